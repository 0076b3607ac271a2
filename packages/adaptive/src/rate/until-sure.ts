import { acceptFunction } from '../accept/function.js';
import { acceptNumber } from '../accept/number.js';
import { acceptOptions } from '../accept/options.js';
import { acceptSignal } from '../accept/signal.js';
import { deadlineIn, inTime } from '../deadline.js';
import { errorGroups } from '../load/group-errors.js';
import type { ErrorGroup } from '../load/load-result.js';
import { evidencePort } from '../port.js';
import { expectedSamples, judgeSequence, type SequentialPlan } from '../statistics/sequential-test.js';
import { type Interval, wilsonInterval } from '../statistics/wilson-interval.js';

export interface UntilSureOptions {
  /** Success rate that is asked about: above 0, up to 1. */
  readonly rate: number;
  /** How sure to be: the chance of a wrong verdict is at most one minus this, either way. @default 0.95 */
  readonly confidence?: number;
  /** Most samples. @default 1000 */
  readonly max?: number;
  /** How far below `rate` a rate is clearly too low. @default 0.1, or half of the rate where that is less */
  readonly margin?: number;
  /** Ends the sampling by throwing the signal's reason. */
  readonly signal?: AbortSignal;
}

/** What the samples showed. */
export interface SureResult {
  /** `above`: the rate is met; `below`: it is not; `cannot-tell`: the samples were used up. */
  readonly verdict: 'above' | 'below' | 'cannot-tell';
  readonly asked: number;
  readonly confidence: number;
  readonly successes: number;
  readonly failures: number;
  readonly total: number;
  readonly rate: number;
  /** Wilson interval of the rate. It is drawn from samples that ended when they did, so take it as an illustration. */
  readonly interval: Interval;
  readonly errors: readonly ErrorGroup[];
  /** Where it cannot be told: about how many samples would do, if the rate stays as it is. */
  readonly samplesNeeded?: number;
}

const VERDICTS = { good: 'above', bad: 'below', undecided: 'cannot-tell' } as const;

/**
 * Calls an operation, one at a time, until it is sure whether its success rate is met. An operation fails by throwing
 * or by giving false.
 *
 * Wald's sequential probability ratio test between `rate` and `rate - margin` (A. Wald, "Sequential tests of
 * statistical hypotheses", Annals of Mathematical Statistics 16 (1945)): a success adds `ln(rate / (rate - margin))`,
 * a failure `ln((1 - rate) / (1 - rate + margin))`; sure at plus or minus `ln((1 - e/2) / (e/2))`, with e = 1 -
 * confidence. An operation that meets the rate is called below with a chance of at most e, one at `rate - margin` or
 * worse is called above with at most e; in between either can come out.
 * @throws TypeError for an option that is not accepted; the signal's reason
 * @example const result = await untilSure(() => api.ping(), { rate: 0.9 })
 */
export const untilSure = async (op: () => unknown, options: UntilSureOptions): Promise<SureResult> => {
  acceptFunction('op', op);
  acceptOptions('untilSure', options, ['rate', 'confidence', 'max', 'margin', 'signal']);
  const { confidence = 0.95, max = 1_000 } = options;
  const signal = acceptSignal(options.signal);
  const rate = acceptNumber('rate', options.rate, { above: 0, to: 1 });
  acceptNumber('confidence', confidence, { from: 0.5, below: 1 });
  acceptNumber('max', max, { from: 1, whole: true });
  const margin = acceptNumber('margin', options.margin ?? Math.min(0.1, rate / 2), { above: 0, below: rate });
  const plan: SequentialPlan = { good: rate, bad: rate - margin, error: 1 - confidence };
  const unlimited = deadlineIn(Number.POSITIVE_INFINITY);
  const errors = errorGroups();
  let successes = 0;
  let total = 0;
  let verdict = judgeSequence(0, 0, plan);
  while (verdict === 'undecided' && total < max) {
    signal?.throwIfAborted();
    const sample = await inTime((async () => op())(), unlimited, signal);
    if (signal?.aborted) throw signal.reason;
    total += 1;
    if (sample.status === 'failed') errors.add(sample.error);
    else if (sample.status === 'done' && sample.value === false) errors.add(undefined, 'gave false');
    else successes += 1;
    verdict = judgeSequence(successes, total - successes, plan);
  }
  const result: SureResult = {
    verdict: VERDICTS[verdict],
    asked: rate,
    confidence,
    successes,
    failures: total - successes,
    total,
    rate: successes / total,
    interval: wilsonInterval(successes, total, confidence),
    errors: errors.list(),
    ...(verdict === 'undecided' && {
      samplesNeeded: Math.max(total + 1, expectedSamples(successes / total, plan)),
    }),
  };
  evidencePort().recordOnFailure('rate.sampled', {
    ...result,
    errors: result.errors.map(({ label, count }) => ({ label, count })),
  });
  return result;
};
