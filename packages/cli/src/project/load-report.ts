import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Report } from '@holdfast/triage';
import { readReport } from '@holdfast/triage/analysis';
import { InputError } from '../input-error.js';
import { DEFAULT_REPORT } from '../project-options.js';

/** The file that a path stands for: itself, or the `report.json` of a folder. Undefined where there is none. */
export const reportFile = (path: string): string | undefined => {
  if (!existsSync(path)) return undefined;
  if (!statSync(path).isDirectory()) return path;
  const inside = join(path, 'report.json');
  return existsSync(inside) ? inside : undefined;
};

const looksLikeReport = (text: string): boolean => text.slice(0, 200).includes('"holdfast-report"');

/** A report made of what another tool left: JUnit XML, CTRF, TAP, what a runner prints, ... */
const reportOfLog = async (
  file: string,
  cwd: string,
  listsTests: boolean,
): Promise<Report | { readonly problem: string }> => {
  const { findLogs, triageLogs } = await import('@holdfast/triage/logs');
  const nothing = (async function* nothing(): AsyncGenerator<Uint8Array> {})();
  const { sources } = await findLogs([file], cwd, nothing);
  const { report, unread } = await triageLogs({
    rootDir: cwd,
    sources,
    options: {},
    writes: false,
    listsTests,
    environment: process.env,
    screen: { width: 80, colors: false, isTTY: false },
  });
  const [first] = unread;
  if (first === undefined) return report;
  return { problem: `${first.line === undefined ? '' : `line ${first.line}: `}${first.reason}` };
};

/**
 * The report in a file, or made of the log that it holds; `problem` says why it is neither.
 * @param listsTests whether a report made of a log lists passed tests too
 */
export const readAnyReport = async (
  file: string,
  cwd: string,
  listsTests = false,
): Promise<{ readonly report: Report } | { readonly problem: string }> => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
    return { problem: `cannot be read: ${String(code ?? message ?? error)}` };
  }
  if (looksLikeReport(text)) return readReport(text);
  const made = await reportOfLog(file, cwd, listsTests);
  return 'problem' in made ? { problem: `cannot be read: ${made.problem}` } : { report: made };
};

/**
 * The report that was asked for; `problem` is one sentence about a file that is not there, or neither a report nor a log.
 * @param listsTests whether a report made of a log lists passed tests too
 */
export const findReport = async (
  given: string | undefined,
  cwd: string,
  listsTests = false,
): Promise<{ readonly report: Report } | { readonly problem: string }> => {
  const path = resolve(cwd, given ?? DEFAULT_REPORT);
  const file = reportFile(path);
  if (file === undefined) {
    const hint = given === undefined ? '; run the tests first, or name one with --report' : '';
    return { problem: `there is no report at ${given ?? DEFAULT_REPORT}${hint}` };
  }
  const read = await readAnyReport(file, cwd, listsTests);
  return 'problem' in read ? { problem: `${given ?? DEFAULT_REPORT} ${read.problem}` } : read;
};

/** @throws InputError where `findReport` has a problem */
export const loadReport = async (...asked: Parameters<typeof findReport>): Promise<Report> => {
  const found = await findReport(...asked);
  if ('problem' in found) throw new InputError(found.problem);
  return found.report;
};
