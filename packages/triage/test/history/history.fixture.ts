import type { History, HistoryRun, HistoryVerdict, TestTable } from '../../src/history/history-run.js';
import { encodeOutcome } from '../../src/history/outcome-code.js';
import { createTable } from '../../src/history/test-table.js';

const DAY_MS = 86_400_000;
export const START = Date.UTC(2026, 9, 1, 8);

/** What a test came to: a duration where it passed, a fingerprint where it did not. */
export type Told =
  | number
  | { readonly status: 'failed' | 'flaky'; readonly verdict: HistoryVerdict }
  | 'skipped';

export const failing = (fingerprint = 'fp-1', changes: Partial<HistoryVerdict> = {}): Told => ({
  status: 'failed',
  verdict: {
    category: 'BUG',
    cause: 'assertion-mismatch',
    fingerprint,
    incident: `i-${fingerprint}`,
    ...changes,
  },
});

export const retried = (fingerprint = 'fp-1', changes: Partial<HistoryVerdict> = {}): Told => ({
  ...(failing(fingerprint, changes) as Exclude<Told, number | 'skipped'>),
  status: 'flaky',
});

export interface ToldRun extends Partial<Omit<HistoryRun, 'files' | 'failures'>> {
  /** By file, then by title. */
  readonly tests: Readonly<Record<string, Readonly<Record<string, Told>>>>;
}

/** A history out of what its runs came to, a day between each. */
export const historyOf = (told: readonly ToldRun[]): History => {
  const tables = new Map<string, TestTable>();
  const runs = told.map(({ tests, ...changes }, order): HistoryRun => {
    const failures: HistoryRun['failures'][number][] = [];
    const files = Object.entries(tests).map(([file, outcomes], fileIndex) => {
      const table = createTable(
        file,
        undefined,
        Object.keys(outcomes).map((title) => [title]),
      );
      tables.set(table.id, table);
      const codes = Object.values(outcomes).map((outcome, test) => {
        if (typeof outcome === 'number') return encodeOutcome('passed', outcome);
        if (outcome === 'skipped') return encodeOutcome('skipped');
        failures.push({ ...outcome.verdict, file: fileIndex, test, attempts: 1, durationMs: 12 });
        return encodeOutcome(outcome.status);
      });
      return { table: table.id, outcomes: codes.join('') };
    });
    return {
      id: `r${order}`,
      startedAt: START + order * DAY_MS,
      durationMs: 1_000,
      runner: 'vitest 4.1.12',
      environment: 'ci',
      ci: 'GitHub Actions',
      branch: 'main',
      commit: `c${order}`,
      others: [],
      ...changes,
      files,
      failures,
    };
  });
  return { tables, runs, gaps: [] };
};
