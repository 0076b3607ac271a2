/** What a sequential test is about. */
export interface SequentialPlan {
  /** The rate is good at this or more. */
  readonly good: number;
  /** The rate is bad at this or less; below `good`. */
  readonly bad: number;
  /** Chance of calling a bad rate good, and the other way round; at most this each. */
  readonly error: number;
}

export type SequentialVerdict = 'good' | 'bad' | 'undecided';

/** Logarithm of how much more likely a success, or a failure, is if the rate is good than if it is bad. */
const gains = ({ good, bad }: SequentialPlan): { readonly success: number; readonly failure: number } => ({
  success: Math.log(good / bad),
  failure: Math.log((1 - good) / (1 - bad)),
});

/**
 * What has to be reached either way: `ln((1 - e) / e)`. Wald's bounds keep the two error chances together below twice
 * `e`, and each below `e / (1 - e)`; taking half of `e` keeps each below `e` itself.
 */
const bound = ({ error }: SequentialPlan): number => Math.log((1 - error / 2) / (error / 2));

/**
 * Wald's sequential probability ratio test: adds up the evidence of each sample and stops as soon as it is enough.
 * With `s` successes and `f` failures the evidence is `s ln(good / bad) + f ln((1 - good) / (1 - bad))`; at
 * `ln((1 - e) / e)` or more the rate is good, at minus that or less it is bad.
 * A. Wald, "Sequential tests of statistical hypotheses", Annals of Mathematical Statistics 16 (1945), 117-186. Of all
 * tests with these errors it needs the fewest samples on average (Wald and Wolfowitz 1948).
 */
export const judgeSequence = (
  successes: number,
  failures: number,
  plan: SequentialPlan,
): SequentialVerdict => {
  const { success, failure } = gains(plan);
  // A rate of 1 allows no failure: the product would be 0 times infinity.
  const evidence = successes * success + (failures === 0 ? 0 : failures * failure);
  const enough = bound(plan);
  if (evidence >= enough) return 'good';
  return evidence <= -enough ? 'bad' : 'undecided';
};

/**
 * Samples that the test needs on average where the true rate is `rate`: bound by mean evidence of a sample (Wald's
 * approximation, without the overshoot). Near the middle between good and bad it takes the most.
 */
export const expectedSamples = (rate: number, plan: SequentialPlan): number => {
  const { success, failure } = gains(plan);
  const drift = rate * success + (rate === 1 ? 0 : (1 - rate) * failure);
  const enough = bound(plan);
  const variance = rate * success ** 2 + (rate === 1 ? 0 : (1 - rate) * failure ** 2);
  return Math.ceil(Math.min(enough / Math.abs(drift), enough ** 2 / variance));
};
