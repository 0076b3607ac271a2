import { normalQuantile } from './normal-quantile.js';

/** Bounds of a proportion, 0 to 1. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Where the true rate lies, with this confidence, after `successes` of `total` samples. Honest for few samples and
 * near 0 and 1, where the textbook interval is not.
 *
 * `(p + z2/2n +- z sqrt(p(1-p)/n + z2/4n2)) / (1 + z2/n)`: E. B. Wilson, "Probable inference, the law of succession,
 * and statistical inference", Journal of the American Statistical Association 22 (1927), 209-212; recommended over
 * others by Brown, Cai and DasGupta, "Interval estimation for a binomial proportion", Statistical Science 16 (2001).
 */
export const wilsonInterval = (successes: number, total: number, confidence: number): Interval => {
  if (total === 0) return { lower: 0, upper: 1 };
  const z = normalQuantile(1 - (1 - confidence) / 2);
  const p = successes / total;
  const share = (z * z) / total;
  const centre = p + share / 2;
  const reach = z * Math.sqrt((p * (1 - p)) / total + share / (4 * total));
  // At the ends the formula gives 0 and 1 up to rounding.
  return {
    lower: successes === 0 ? 0 : Math.max(0, (centre - reach) / (1 + share)),
    upper: successes === total ? 1 : Math.min(1, (centre + reach) / (1 + share)),
  };
};
