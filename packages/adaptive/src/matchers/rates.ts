import { type AcceptedNumber, acceptNumber } from '../accept/number.js';
import { acceptOptions } from '../accept/options.js';
import { evidencePort } from '../port.js';
import { countsOf } from '../rate/counts.js';
import { rateMessage } from '../rate/rate-message.js';
import { oppositeRate, type RateThreshold, resolveThreshold } from '../rate/threshold.js';
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

/** A share of 0 could not fail, and 1 can be seen, but never proven. */
const acceptedOfSuccess = (sureOf: number | undefined): AcceptedNumber =>
  sureOf === undefined ? { above: 0, to: 1 } : { above: 0, below: 1 };

type Verdict = RateComparison['verdict'];

const MIRRORED: Readonly<Record<Verdict, Verdict>> = {
  above: 'below',
  below: 'above',
  'cannot-tell': 'cannot-tell',
};

/** A sequential test about this very success rate, as sure as asked: its verdict counts, and not its samples once more. */
const sequentialTest = (
  received: unknown,
  successRate: number,
  sureOf: number | undefined,
): SureResult | undefined => {
  const { verdict, asked, confidence = SHOWN_CONFIDENCE } = received as Partial<SureResult>;
  const answers = verdict !== undefined && Object.hasOwn(MIRRORED, verdict) && asked === successRate;
  return answers && confidence >= (sureOf ?? 0) ? (received as SureResult) : undefined;
};

interface RateAssertion {
  readonly name: 'toSucceedAtLeast' | 'toFailAtMost';
  readonly verb: 'succeeded' | 'failed';
  /** Of what the verb says, 0 to 1. */
  readonly threshold: number;
  /** Undefined where the rate that was seen counts. */
  readonly sureOf: number | undefined;
}

const assertRate = (
  state: MatcherState,
  received: unknown,
  { name, verb, threshold, sureOf }: RateAssertion,
): MatcherResult => {
  const counts = countsOf(received);
  const isNot = state.isNot === true;
  const isOfSuccess = verb === 'succeeded';
  const successRate = isOfSuccess ? threshold : oppositeRate(threshold);
  const sequential = sequentialTest(received, successRate, sureOf);
  const confidence = sequential?.confidence ?? sureOf ?? SHOWN_CONFIDENCE;
  const counted = isOfSuccess ? counts.successes : counts.total - counts.successes;
  const compared = compareRate(counted, counts.total, { threshold, confidence });
  const comparison: RateComparison =
    sequential === undefined
      ? compared
      : {
          ...compared,
          verdict: isOfSuccess ? sequential.verdict : MIRRORED[sequential.verdict],
          samplesNeeded: sequential.samplesNeeded,
        };
  const asksForCertainty = sureOf !== undefined || sequential !== undefined;
  const seen = counted / counts.total;
  const holds = isOfSuccess ? seen >= threshold : seen <= threshold;
  const isSure = comparison.verdict === (isOfSuccess ? 'above' : 'below');
  // What cannot be told fails either way: under `not` a matcher fails by passing.
  const pass = asksForCertainty ? (comparison.verdict === 'cannot-tell' ? isNot : isSure) : holds;
  // What was counted goes with the failure; 0 of n is another fault than some of n.
  if (pass === isNot) {
    const { successes, total } = counts;
    evidencePort().recordOnFailure('rate.sampled', { successes, total, asked: successRate });
  }
  const text = rateMessage({
    counts,
    comparison,
    verb,
    threshold,
    confidence,
    asksForCertainty,
    isSequential: sequential !== undefined,
    isNot,
  });
  return matcherResult(state, name, pass, text);
};

/**
 * At least this share of the operations succeeded. 0 is refused: it could not fail. With `confidence`, 1 is refused as
 * well: no sample could prove it. On a result of `untilSure` about the same rate, its verdict counts.
 * @throws TypeError for a rate that is not above 0 and up to 1, and where there is no sample
 */
export function toSucceedAtLeast(
  this: MatcherState,
  received: unknown,
  rate: RateThreshold,
  options: RateOptions = {},
): MatcherResult {
  const sureOf = acceptConfidence('toSucceedAtLeast', options);
  const threshold = resolveThreshold('rate', rate, acceptedOfSuccess(sureOf));
  return assertRate(this, received, { name: 'toSucceedAtLeast', verb: 'succeeded', threshold, sureOf });
}

/**
 * At most this share of the operations failed. 1 is refused: it could not fail. With `confidence`, 0 is refused as
 * well: no sample could prove it. On a result of `untilSure` about the rate that belongs to it, its verdict counts.
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
    ? oppositeRate(resolveThreshold('rate', rate, acceptedOfSuccess(sureOf)))
    : resolveThreshold('rate', rate, accepted);
  return assertRate(this, received, { name: 'toFailAtMost', verb: 'failed', threshold, sureOf });
}
