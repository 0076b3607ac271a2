import { type PreparedRun, prepareRun } from '@holdfast/adaptive/settings';
import { FILE_OPTION_NAMES } from '@holdfast/triage';
import type { ReporterOptions } from '../reporter-options.js';

/** What a run has to know before its workers start. Never rejects. */
export const prepare = (rootDir: string, options: ReporterOptions): Promise<PreparedRun> =>
  prepareRun({ directory: rootDir, otherKeys: FILE_OPTION_NAMES, options, variables: process.env });
