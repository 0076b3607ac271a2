import { findQuarantined, testName } from '../correction/apply-known.js';
import type { KnownList } from '../correction/known-list.js';
import { reviewQuarantine } from '../correction/review-known.js';
import { failureHistories } from '../history/failure-history.js';
import type { History } from '../history/history-run.js';
import { quietRuns } from '../history/quiet-runs.js';
import type { ReportFailure, StaleQuarantine } from '../report/report.js';

/**
 * Entries whose date is over, and those whose test has not failed like that for long.
 * @param history earlier runs; undefined where none is kept
 * @param failures of this run: what fails now is not fixed
 */
export const staleQuarantine = (
  known: KnownList,
  history: History | undefined,
  failures: readonly ReportFailure[],
  today: string,
): readonly StaleQuarantine[] => {
  const sought = known.quarantined.map(({ project = null, ...entry }) => ({ ...entry, project }));
  const histories = history === undefined ? [] : failureHistories(history, sought);
  const quiet = history === undefined ? [] : quietRuns(history, sought);
  const reviewed = reviewQuarantine(
    known,
    (entry) => {
      const index = known.quarantined.indexOf(entry);
      return { history: histories[index], quietRuns: quiet[index] ?? 0 };
    },
    today,
  );
  return reviewed.flatMap((entry): StaleQuarantine[] => {
    const isRed = failures.some((row) => findQuarantined({ ...known, quarantined: [entry] }, row));
    const state = entry.state === 'fixed' && isRed ? (today > entry.until ? 'expired' : 'open') : entry.state;
    if (state !== 'expired' && state !== 'fixed') return [];
    const { owner, until } = entry;
    return [{ test: testName(entry), state, owner, until, quietRuns: isRed ? null : entry.quietRuns }];
  });
};
