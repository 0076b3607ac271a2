import { acceptNumber } from '../accept/number.js';
import { acceptOptions } from '../accept/options.js';
import { evidencePort } from '../port.js';
import { type Counts, countsOf } from '../rate/counts.js';
import { rateMessage } from '../rate/rate-message.js';
import { failureRate, type RateThreshold, resolveThreshold } from '../rate/threshold.js';
import type { SureResult } from '../rate/until-sure.js';
import { compareRate, type RateComparison } from '../statistics/compare-rate.js';
import { type MatcherResult, type MatcherState, matcherResult } from './matcher.js';

export interface RateOptions {
  /**
   * How sure to be, 0.5 to 1. With it the assertion holds only where the whole interval is on the right side, and
   * "cannot tell yet" fails, `not` or not. @default none: the rate that was seen counts
   */
  readonly confidence?: number;
}

const SHOWN_CONFIDENCE = 0.95;

const acceptConfidence = (owner: string, options: RateOptions): number | undefined => {
  acceptOptions(owner, options, ['confidence']);
  const { confidence } = options;
  return confidence === undefined
    ? undefined
    : acceptNumber('confidence', confidence, { from: 0.5, below: 1 });
};

/** The verdict of a sequential test about this very rate counts, and not its samples once more. */
const sequentialVerdict = (received: unknown, threshold: number): SureResult['verdict'] | undefined => {
  const { verdict, asked } = received as Partial<SureResult>;
  return verdict !== undefined && asked === threshold ? verdict : undefined;
};

const judge = (
  comparison: RateComparison,
  {
    asksForCertainty,
    wanted,
    seen,
    isNot,
  }: { asksForCertainty: boolean; wanted: 'above' | 'below'; seen: boolean; isNot: boolean },
): boolean => {
  if (!asksForCertainty) return seen;
  // What cannot be told fails either way: under `not` a matcher fails by passing.
  return comparison.verdict === 'cannot-tell' ? isNot : comparison.verdict === wanted;
};

/** What was counted where the assertion fails; 0 of n is another fault than some of n. */
const tell = ({ successes, total }: Counts, asked: number, pass: boolean, isNot: boolean): void => {
  if (pass === isNot) evidencePort().recordOnFailure('rate.sampled', { successes, total, asked });
};

const failuresOf = (counts: Counts): number => counts.total - counts.successes;

/**
 * At least this share of the operations succeeded. 0 is refused: it could not fail. With `confidence`, 1 is refused as
 * well: no sample could prove it.
 * @throws TypeError for a rate that is not above 0 and up to 1, and where there is no sample
 */
export function toSucceedAtLeast(
  this: MatcherState,
  received: unknown,
  rate: RateThreshold,
  options: RateOptions = {},
): MatcherResult {
  const sureOf = acceptConfidence('toSucceedAtLeast', options);
  const accepted = sureOf === undefined ? { above: 0, to: 1 } : { above: 0, below: 1 };
  const threshold = resolveThreshold('rate', rate, accepted);
  const counts = countsOf(received);
  const confidence = sureOf ?? SHOWN_CONFIDENCE;
  const compared = compareRate(counts.successes, counts.total, { threshold, confidence });
  const verdict = sequentialVerdict(received, threshold);
  const comparison = verdict === undefined ? compared : { ...compared, verdict };
  const asksForCertainty = sureOf !== undefined || verdict !== undefined;
  const isNot = this.isNot === true;
  const seen = counts.successes / counts.total >= threshold;
  const pass = judge(comparison, { asksForCertainty, wanted: 'above', seen, isNot });
  tell(counts, threshold, pass, isNot);
  const text = rateMessage({
    counts,
    comparison,
    verb: 'succeeded',
    threshold,
    confidence,
    asksForCertainty,
    isNot,
  });
  return matcherResult(this, 'toSucceedAtLeast', pass, text);
}

/**
 * At most this share of the operations failed. 1 is refused: it could not fail. With `confidence`, 0 is refused as
 * well: no sample could prove it.
 * @throws TypeError for a rate that is not from 0 and below 1, and where there is no sample
 */
export function toFailAtMost(
  this: MatcherState,
  received: unknown,
  rate: RateThreshold,
  options: RateOptions = {},
): MatcherResult {
  const sureOf = acceptConfidence('toFailAtMost', options);
  const accepted = sureOf === undefined ? { from: 0, below: 1 } : { above: 0, below: 1 };
  const named = rate === 'target' || rate === 'floor';
  const threshold = named
    ? failureRate(
        resolveThreshold('rate', rate, { above: 0, ...(sureOf === undefined ? { to: 1 } : { below: 1 }) }),
      )
    : resolveThreshold('rate', rate, accepted);
  const counts = countsOf(received);
  const confidence = sureOf ?? SHOWN_CONFIDENCE;
  const comparison = compareRate(failuresOf(counts), counts.total, { threshold, confidence });
  const asksForCertainty = sureOf !== undefined;
  const isNot = this.isNot === true;
  const seen = failuresOf(counts) / counts.total <= threshold;
  const pass = judge(comparison, { asksForCertainty, wanted: 'below', seen, isNot });
  tell(counts, 1 - threshold, pass, isNot);
  const text = rateMessage({
    counts,
    comparison,
    verb: 'failed',
    threshold,
    confidence,
    asksForCertainty,
    isNot,
  });
  return matcherResult(this, 'toFailAtMost', pass, text);
}
