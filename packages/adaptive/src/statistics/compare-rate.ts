import { type Interval, wilsonInterval } from './wilson-interval.js';

/** What samples say about a rate and a threshold. */
export interface RateComparison {
  /** `above` and `below` only where the whole interval is on that side. */
  readonly verdict: 'above' | 'below' | 'cannot-tell';
  readonly interval: Interval;
  /**
   * Samples at which the interval would leave the threshold out, if the rate stays as it was seen. Undefined where
   * the rate seen is the threshold itself: then no number of samples is likely to tell.
   */
  readonly samplesNeeded: number | undefined;
}

const MOST_SAMPLES = 2 ** 40;

const verdictOf = ({ lower, upper }: Interval, threshold: number): RateComparison['verdict'] =>
  lower >= threshold ? 'above' : upper < threshold ? 'below' : 'cannot-tell';

/**
 * The smallest number of samples whose interval leaves the threshold out while the rate stays at `rate`; found by
 * bisection, because an interval only shrinks as samples are added.
 */
export const samplesToTell = (rate: number, threshold: number, confidence: number): number | undefined => {
  const tells = (total: number): boolean =>
    verdictOf(wilsonInterval(rate * total, total, confidence), threshold) !== 'cannot-tell';
  let enough = 1;
  while (!tells(enough)) {
    enough *= 2;
    if (enough > MOST_SAMPLES) return undefined;
  }
  let tooFew = enough >> 1;
  while (enough - tooFew > 1) {
    const middle = Math.floor((enough + tooFew) / 2);
    if (tells(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
};

/** Compares a rate with a threshold, with three outcomes. */
export const compareRate = (
  successes: number,
  total: number,
  { threshold, confidence }: { readonly threshold: number; readonly confidence: number },
): RateComparison => {
  const interval = wilsonInterval(successes, total, confidence);
  const samplesNeeded = total === 0 ? undefined : samplesToTell(successes / total, threshold, confidence);
  return { verdict: verdictOf(interval, threshold), interval, samplesNeeded };
};
