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

const isSteady = (all: readonly Sighting[]): boolean =>
  all.length >= STEADY_RUNS && all.slice(-STEADY_RUNS).every(({ status }) => status === 'failed');

/** When a run began, in ISO 8601; many failures were seen in the same ones. */
type Clock = (sighting: Sighting | undefined) => string | null;

const createClock = (): Clock => {
  const times = new Map<number, string>();
  return (sighting) => {
    if (sighting === undefined) return null;
    const { startedAt } = sighting.run;
    const time = times.get(startedAt) ?? new Date(startedAt).toISOString();
    times.set(startedAt, time);
    return time;
  };
};

const judge = (all: readonly Sighting[], fingerprint: string, timeOf: Clock): FailureHistory => {
  let failed = 0;
  let passedOnRetry = 0;
  let sameFailure = 0;
  let first: Sighting | undefined;
  let last: Sighting | undefined;
  for (const sighting of all) {
    if (sighting.status === 'failed') failed += 1;
    else if (sighting.status === 'flaky') passedOnRetry += 1;
    if (sighting.failure?.fingerprint !== fingerprint) continue;
    sameFailure += 1;
    first ??= sighting;
    last = sighting;
  }
  return {
    runs: all.length,
    failed,
    passedOnRetry,
    sameFailure,
    firstSeen: timeOf(first),
    lastSeen: timeOf(last),
    knownFlaky: all.length >= LEAST_RUNS && !isSteady(all) && signsOf(all, fingerprint) >= LEAST_SIGNS,
  };
};

/** What earlier runs say about each of these failures; undefined for a test that none of them holds. Pure. */
export const failureHistories = (
  history: History,
  sought: readonly SoughtFailure[],
): readonly (FailureHistory | undefined)[] => {
  const keys = sought.map(({ project, file, title }) => testKey(project, file, title));
  const seen = sightings(history, new Set(keys));
  const timeOf = createClock();
  return sought.map(({ fingerprint }, index) => {
    const all = seen.get(keys[index] ?? '');
    return all === undefined ? undefined : judge(all, fingerprint, timeOf);
  });
};
