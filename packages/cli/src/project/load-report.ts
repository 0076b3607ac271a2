import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Report } from '@holdfast/triage';
import { readReport } from '@holdfast/triage/analysis';
import { InputError } from '../input-error.js';

/** Where the reporter leaves its report, from the project's root. */
export const DEFAULT_REPORT = 'holdfast-report/report.json';

/** The report file that a path stands for: itself, or the `report.json` of a folder. Undefined where there is none. */
export const reportFile = (path: string): string | undefined => {
  if (!existsSync(path)) return undefined;
  if (!statSync(path).isDirectory()) return path;
  const inside = join(path, 'report.json');
  return existsSync(inside) ? inside : undefined;
};

/** @throws InputError for a file that is not there or no report */
export const loadReport = (given: string | undefined, cwd: string): Report => {
  const path = resolve(cwd, given ?? DEFAULT_REPORT);
  const file = reportFile(path);
  if (file === undefined) {
    const hint = given === undefined ? '; run the tests first, or name one with --report' : '';
    throw new InputError(`there is no report at ${given ?? DEFAULT_REPORT}${hint}`);
  }
  const read = readReport(readFileSync(file, 'utf8'));
  if ('problem' in read) throw new InputError(`${given ?? DEFAULT_REPORT} ${read.problem}`);
  return read.report;
};
