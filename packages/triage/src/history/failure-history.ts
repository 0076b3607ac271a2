import type { History } from './history-run.js';
import { sameCodeKey } from './same-code.js';
import { type Sighting, sightings, testKey } from './sightings.js';

/** What earlier runs say about a failure. */
export interface FailureHistory {
  /** Earlier runs in which the test was executed; those in which an outage took it down are left out. */
  readonly runs: number;
  readonly failed: number;
  readonly passedOnRetry: number;
  /** Earlier runs in which it failed just like this, at first or for good: with the same fingerprint. */
  readonly sameFailure: number;
  /** ISO 8601; when it first failed just like this, or null. */
  readonly firstSeen: string | null;
  /** ISO 8601; when it last failed just like this before this run, or null. */
  readonly lastSeen: string | null;
  /**
   * This very failure was seen to come and go with the code unchanged, twice or more, in ten runs or more, and does not
   * come every time now.
   */
  readonly knownFlaky: boolean;
}

/** A failure to look up. */
export interface SoughtFailure {
  readonly project: string | null;
  readonly file: string | null;
  readonly title: readonly string[];
  readonly fingerprint: string;
}

/** Fewer runs than this say nothing about flakiness. */
export const LEAST_RUNS = 10;
const LEAST_SIGNS = 2;
/** A test that failed in all of so many latest runs does not come and go any more. */
const STEADY_RUNS = 3;

/** Signs that one failure comes and goes with the code unchanged. */
const signsOf = (all: readonly Sighting[], fingerprint: string): number => {
  const passedCode = new Set(
    all.flatMap(({ run, status }) => (status === 'failed' ? [] : [sameCodeKey(run) ?? ''])),
  );
  return all.filter(({ run, status, failure }) => {
    if (failure?.fingerprint !== fingerprint) return false;
    const code = sameCodeKey(run);
    return status === 'flaky' || (code !== undefined && passedCode.has(code));
  }).length;
};

const judge = (all: readonly Sighting[], fingerprint: string): FailureHistory => {
  const same = all.filter(({ failure }) => failure?.fingerprint === fingerprint);
  const at = (sighting: Sighting | undefined): string | null =>
    sighting === undefined ? null : new Date(sighting.run.startedAt).toISOString();
  const isSteady =
    all.length >= STEADY_RUNS && all.slice(-STEADY_RUNS).every(({ status }) => status === 'failed');
  return {
    runs: all.length,
    failed: all.filter(({ status }) => status === 'failed').length,
    passedOnRetry: all.filter(({ status }) => status === 'flaky').length,
    sameFailure: same.length,
    firstSeen: at(same[0]),
    lastSeen: at(same.at(-1)),
    knownFlaky: all.length >= LEAST_RUNS && !isSteady && signsOf(all, fingerprint) >= LEAST_SIGNS,
  };
};

/** What earlier runs say about each of these failures; undefined for a test that none of them holds. Pure. */
export const failureHistories = (
  history: History,
  sought: readonly SoughtFailure[],
): readonly (FailureHistory | undefined)[] => {
  const keys = sought.map(({ project, file, title }) => testKey(project, file, title));
  const seen = sightings(history, new Set(keys));
  return sought.map(({ fingerprint }, index) => {
    const all = seen.get(keys[index] ?? '');
    return all === undefined ? undefined : judge(all, fingerprint);
  });
};
