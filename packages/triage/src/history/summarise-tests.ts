import { wilsonInterval } from '@holdfast/adaptive/statistics';
import { durationTrend } from './duration-trend.js';
import { LEAST_RUNS } from './failure-history.js';
import type { History } from './history-run.js';
import { statusOf } from './outcome-code.js';
import { sameCodeKey } from './same-code.js';
import { Tally, type Trouble } from './tally.js';
import { type Identities, identifyTests } from './test-identity.js';
import type { SeenCause, Steadiness, TestSummary } from './test-summary.js';

const CONFIDENCE = 0.95;
const LEAST_SIGNS = 2;
const STEADY_RUNS = 3;

/** Answers whether a test passed in another run of the very same code. */
class SameCode {
  readonly #history: History;
  readonly #identities: Identities;
  readonly #runsByCode = new Map<string, number[]>();
  /** Runs of each run's code, itself among them. */
  readonly #siblings: readonly (readonly number[])[];

  constructor(history: History, identities: Identities) {
    this.#history = history;
    this.#identities = identities;
    this.#siblings = history.runs.map((run, index) => {
      const key = sameCodeKey(run);
      if (key === undefined) return [];
      const list = this.#runsByCode.get(key) ?? [];
      this.#runsByCode.set(key, list);
      list.push(index);
      return list;
    });
  }

  passedElsewhere(test: number, run: number): boolean {
    const others = this.#siblings[run] ?? [];
    return others.some((other) => other !== run && this.#passed(test, other));
  }

  #passed(test: number, run: number): boolean {
    return (this.#history.runs[run]?.files ?? []).some(({ table, outcomes }) => {
      const place = this.#identities.byTable.get(table)?.indexOf(test) ?? -1;
      if (place < 0) return false;
      const status = statusOf(outcomes.charCodeAt(place));
      return status === 'passed' || status === 'flaky';
    });
  }
}

const seenCauses = (troubles: readonly Trouble[], timeOf: (run: number) => string): readonly SeenCause[] => {
  const causes = new Map<
    string,
    { verdict: NonNullable<Trouble['verdict']>; runs: number; first: number; last: number }
  >();
  for (const { run, verdict } of troubles) {
    if (verdict === undefined) continue;
    const key = `${verdict.fingerprint}\0${verdict.cause}`;
    const known = causes.get(key);
    if (known === undefined) causes.set(key, { verdict, runs: 1, first: run, last: run });
    else {
      known.runs += 1;
      known.last = run;
    }
  }
  return [...causes.values()]
    .sort((left, right) => right.last - left.last || right.runs - left.runs)
    .map(({ verdict: { category, cause, fingerprint }, runs, first, last }) => ({
      category,
      cause,
      fingerprint,
      runs,
      first: timeOf(first),
      last: timeOf(last),
    }));
};

const steadinessOf = (runs: number, signs: number, failedInRow: number): Steadiness => {
  if (failedInRow >= STEADY_RUNS) return 'failing';
  if (runs < LEAST_RUNS) return 'too-few-runs';
  return signs >= LEAST_SIGNS ? 'flaky' : 'steady';
};

/**
 * What all runs say about every test, or about those that are wanted. Pure.
 *
 * A run is a sign that a test comes and goes if it passed only on retry, if it failed while the very same code passed in
 * another run, or if it fell or rose once more after the first fall and the first rise of its branch and environment. The
 * flaky score is the share of such runs.
 */
export const summariseTests = (
  history: History,
  isWanted: (file: string, title: readonly string[]) => boolean = () => true,
): readonly TestSummary[] => {
  const identities = identifyTests(history);
  const tally = new Tally(history, identities);
  const sameCode = new SameCode(history, identities);
  const times = history.runs.map(({ startedAt }) => new Date(startedAt).toISOString());
  const timeOf = (run: number): string => times[run] ?? '';
  return identities.tests.flatMap((identity, test) => {
    const runs = tally.runs[test] ?? 0;
    const outages = tally.outages[test] ?? 0;
    if (runs + outages === 0 || !isWanted(identity.file, identity.title)) return [];
    const failed = tally.failed[test] ?? 0;
    const troubles = tally.troubles.get(test) ?? [];
    const failures = troubles.filter(({ status }) => status === 'failed');
    const sure = troubles.filter(
      ({ status, run, isSpareFlip }) =>
        status === 'flaky' || isSpareFlip || sameCode.passedElsewhere(test, run),
    ).length;
    const falls = troubles.filter(({ isSpareFlip }) => isSpareFlip).length;
    const signs = Math.min(runs, sure + Math.max(0, (tally.spareFlips[test] ?? 0) - falls));
    return [
      {
        ...identity,
        runs,
        passed: runs - failed,
        failed,
        passedOnRetry: troubles.length - failures.length,
        outages,
        passRate: runs === 0 ? 0 : (runs - failed) / runs,
        interval: wilsonInterval(runs - failed, runs, CONFIDENCE),
        flips: tally.flips[test] ?? 0,
        flakyScore: runs === 0 ? 0 : signs / runs,
        steadiness: steadinessOf(runs, signs, tally.failedInRow[test] ?? 0),
        firstFailed: failures[0] === undefined ? null : timeOf(failures[0].run),
        lastFailed: failures.length === 0 ? null : timeOf(failures.at(-1)?.run ?? 0),
        causes: seenCauses(troubles, timeOf),
        duration: durationTrend(tally.levels(test)),
      },
    ];
  });
};
