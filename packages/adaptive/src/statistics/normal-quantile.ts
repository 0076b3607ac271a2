const CENTRE = [
  [
    -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
    2.506628277459239,
  ],
  [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1],
] as const;
const TAIL = [
  [
    -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ],
  [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1],
] as const;
/** Up to this probability, and from one minus it, the tail's approximation holds. */
const TAIL_FROM = 0.02425;

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);

/**
 * The value below which a standard normal variable lies with this probability; 0 < probability < 1.
 * Rational approximation by P. J. Acklam, "An algorithm for computing the inverse normal cumulative distribution
 * function" (2003); relative error below 1.15e-9.
 */
export const normalQuantile = (probability: number): number => {
  if (probability > 1 - TAIL_FROM) return -normalQuantile(1 - probability);
  if (probability < TAIL_FROM) {
    const q = Math.sqrt(-2 * Math.log(probability));
    return polynomial(TAIL[0], q) / polynomial(TAIL[1], q);
  }
  const q = probability - 0.5;
  const r = q * q;
  return (polynomial(CENTRE[0], r) * q) / polynomial(CENTRE[1], r);
};
