import type { Mask } from '../mask/create-mask.js';
import { stripControl } from '../mask/strip-control.js';
import type { TestVisitor } from '../outcome.js';
import type { ReportFailure, ReportTest } from '../report/report.js';

/** A test file whose tests can be asked for once more. */
export interface VisitedFile {
  /** From the project's root, with forward slashes. */
  readonly file: string;
  readonly project: string | undefined;
  readonly everyTest: (visit: TestVisitor) => void;
}

interface Seen {
  readonly key: string;
  readonly isRed: boolean;
  readonly test: ReportTest;
}

const keyOf = (project: string | null, file: string | null, title: readonly string[]): string =>
  `${project ?? ''}\0${file ?? ''}\0${title.join('\0')}`;

/** Takes one row of the key away; false where none is left. */
const take = (rows: Map<string, number>, key: string): boolean => {
  const left = rows.get(key) ?? 0;
  if (left > 0) rows.set(key, left - 1);
  return left > 0;
};

/**
 * Every test that has no row among the failures, in the order of the run. Several tests may share one title: those that
 * failed, or passed only on retry, have the rows before those that the runner calls passed.
 * @param mask goes over every title, as it went over those of the rows
 */
export const listTests = (
  files: readonly VisitedFile[],
  failures: readonly ReportFailure[],
  mask: Mask,
): readonly ReportTest[] => {
  const rows = new Map<string, number>();
  for (const { kind, project, file, title } of failures) {
    if (kind !== 'test') continue;
    const key = keyOf(project, file, title);
    rows.set(key, (rows.get(key) ?? 0) + 1);
  }
  const seen: Seen[] = [];
  for (const { file, project, everyTest } of files) {
    const place = { file: stripControl(file), project: project === undefined ? null : mask(project) };
    everyTest((levels, name, status, durationMs) => {
      const title = [...levels, name].map(mask);
      const test: ReportTest = {
        ...place,
        title,
        status: status === 'flaky' ? 'passed' : status,
        durationMs: durationMs === undefined ? null : Math.round(durationMs * 1_000) / 1_000,
      };
      const isRed = status === 'failed' || status === 'flaky';
      seen.push({ key: keyOf(test.project, test.file, title), isRed, test });
    });
  }
  const hasRow = new Set(seen.filter(({ key, isRed }) => isRed && take(rows, key)));
  // What is left are rows of tests that were retried inside: the runner calls those passed.
  return seen
    .filter((one) => !hasRow.has(one))
    .filter(({ isRed, test, key }) => isRed || test.status !== 'passed' || !take(rows, key))
    .map(({ test }) => test);
};
