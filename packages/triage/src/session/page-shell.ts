import { join } from 'node:path';
import { fileSystem } from './file-system.js';

const NAME = 'report-page.html';

let shell: string | undefined;

/**
 * report.html without a report: style and script of `report/page/`, as the build has put them together. Read when first asked for.
 * @throws where the package lies without that file, as when somebody has bundled it
 */
export const pageShell = (): string => {
  try {
    shell ??= fileSystem.readText(join(__dirname, NAME), 'utf8');
  } catch (error) {
    // No error of the system: that one would say that there is no room for the other reports.
    throw new Error(`${NAME} of @holdfast/triage cannot be read: ${(error as { code?: unknown }).code}`);
  }
  return shell;
};
