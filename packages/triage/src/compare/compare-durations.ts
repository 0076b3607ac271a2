import { compareRanks } from '@holdfast/adaptive/statistics';
import type { ComparedTest, TimedTest } from './comparison.js';

/** Fewer timed runs on a side say nothing. */
export const LEAST_TIMED_RUNS = 5;
const LEAST_RATIO = 1.25;
const LEAST_CHANGE_MS = 20;
/** Share of the tests that are called slower or faster of which chance alone may have made so. */
const FALSE_SHARE = 0.05;

/** The durations of one test on both sides. */
export interface TimedSample {
  readonly test: ComparedTest;
  readonly before: readonly number[];
  readonly after: readonly number[];
}

export interface ComparedDurations {
  readonly slower: readonly TimedTest[];
  readonly faster: readonly TimedTest[];
  readonly timed: number;
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
};

/**
 * How many of these probabilities, ascending, count as found: the largest k with p(k) <= k / m * share.
 * Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate", Journal of the Royal Statistical Society B 57
 * (1995), 289-300. Without it, of 10,000 tests that did not change 500 would be called changed.
 */
export const discoveries = (probabilities: readonly number[], share: number): number => {
  const total = probabilities.length;
  return (
    probabilities.findLastIndex((probability, index) => probability <= ((index + 1) / total) * share) + 1
  );
};

/**
 * Tests that take longer or shorter than they did, beyond noise: by ranks (Mann and Whitney), corrected for the number of tests, and
 * only where the median changed by a quarter and 20 ms or more.
 */
export const compareDurations = (samples: readonly TimedSample[]): ComparedDurations => {
  const compared = samples
    .filter(({ before, after }) => before.length >= LEAST_TIMED_RUNS && after.length >= LEAST_TIMED_RUNS)
    .map(({ test, before, after }): TimedTest => {
      const [beforeMs, afterMs] = [median(before), median(after)];
      const { probability } = compareRanks(before, after);
      return { ...test, beforeMs, afterMs, ratio: beforeMs === 0 ? 1 : afterMs / beforeMs, probability };
    })
    .sort((left, right) => left.probability - right.probability);
  const found = compared
    .slice(
      0,
      discoveries(
        compared.map(({ probability }) => probability),
        FALSE_SHARE,
      ),
    )
    .filter(
      ({ beforeMs, afterMs, ratio }) =>
        Math.max(ratio, 1 / ratio) >= LEAST_RATIO && Math.abs(afterMs - beforeMs) >= LEAST_CHANGE_MS,
    );
  const byChange = (left: TimedTest, right: TimedTest): number =>
    Math.abs(right.afterMs - right.beforeMs) - Math.abs(left.afterMs - left.beforeMs);
  return {
    slower: found.filter(({ ratio }) => ratio > 1).sort(byChange),
    faster: found.filter(({ ratio }) => ratio < 1).sort(byChange),
    timed: compared.length,
  };
};
