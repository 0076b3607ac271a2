import { type Interval, wilsonInterval } from './wilson-interval.js';

/** Successes of all samples. */
export interface Tally {
  readonly successes: number;
  readonly total: number;
}

/** How much a rate has risen from one tally to another; below 0 where it has fallen. */
export interface RateDifference extends Interval {
  readonly difference: number;
  /** The whole interval is on one side of 0. */
  readonly isSure: boolean;
}

/**
 * The rise of a rate with its interval: the square-and-add combination of both Wilson intervals.
 * R. G. Newcombe, "Interval estimation for the difference between independent proportions: comparison of eleven methods",
 * Statistics in Medicine 17 (1998), 873-890, method 10.
 */
export const rateDifference = (before: Tally, after: Tally, confidence: number): RateDifference => {
  const first = before.total === 0 ? 0 : before.successes / before.total;
  const second = after.total === 0 ? 0 : after.successes / after.total;
  if (before.total === 0 || after.total === 0)
    return { difference: second - first, lower: -1, upper: 1, isSure: false };
  const left = wilsonInterval(before.successes, before.total, confidence);
  const right = wilsonInterval(after.successes, after.total, confidence);
  const difference = second - first;
  const lower = difference - Math.hypot(second - right.lower, left.upper - first);
  const upper = difference + Math.hypot(right.upper - second, first - left.lower);
  return { difference, lower, upper, isSure: lower > 0 || upper < 0 };
};
