import type { FailureHistory } from '../history/failure-history.js';
import type { KnownList, Quarantined } from './known-list.js';

/**
 * - `open`: in quarantine for good reason
 * - `expired`: its date is over; the failure counts again
 * - `fixed`: it has not failed like this in ten runs or more since; take it out
 * - `never-seen`: no run in the history failed like this
 */
export type QuarantineState = 'open' | 'expired' | 'fixed' | 'never-seen';

export interface ReviewedQuarantine extends Quarantined {
  readonly state: QuarantineState;
  /** Runs of the test since it last failed like this; null where the history does not say. */
  readonly quietRuns: number | null;
}

/** So many runs without the failure, and it counts as fixed. */
export const FIXED_AFTER_RUNS = 10;

/** What of earlier runs decides about an entry. */
export interface QuarantineFacts {
  readonly history: FailureHistory | undefined;
  /** Runs of the test after the last one that failed like this. */
  readonly quietRuns: number;
}

const stateOf = ({ until }: Quarantined, facts: QuarantineFacts, today: string): QuarantineState => {
  const { history, quietRuns } = facts;
  if (history !== undefined && history.sameFailure > 0 && quietRuns >= FIXED_AFTER_RUNS) return 'fixed';
  if (today > until) return 'expired';
  return history !== undefined && history.sameFailure === 0 ? 'never-seen' : 'open';
};

/** What has become of every entry. */
export const reviewQuarantine = (
  { quarantined }: KnownList,
  factsOf: (entry: Quarantined) => QuarantineFacts,
  today: string,
): readonly ReviewedQuarantine[] =>
  quarantined.map((entry) => {
    const facts = factsOf(entry);
    return {
      ...entry,
      state: stateOf(entry, facts, today),
      quietRuns: facts.history === undefined || facts.history.sameFailure === 0 ? null : facts.quietRuns,
    };
  });
