import { join } from 'node:path';
import { fileSystem } from './file-system.js';

let shell: string | undefined;

/** report.html without a report: style and script of `report/page/`, as the build has put them together. Read when first asked for. */
export const pageShell = (): string => {
  shell ??= fileSystem.readText(join(__dirname, 'report-page.html'), 'utf8');
  return shell;
};
