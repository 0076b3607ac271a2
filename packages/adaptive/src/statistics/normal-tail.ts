/** From here on the fraction is exact enough; below, the series loses no figures by subtraction that matter. */
const FAR = 3;
const FRACTION_DEPTH = 200;

const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/** The area between 0 and `z`: density times `z + z^3/3 + z^5/(3*5) + ...`. */
const areaFromZero = (z: number): number => {
  let term = z;
  let sum = z;
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return sum * density(z);
};

/** Laplace's continued fraction, from the inside out: density / (z + 1/(z + 2/(z + 3/(z + ...)))). */
const farTail = (z: number): number => {
  let rest = z;
  for (let step = FRACTION_DEPTH; step >= 1; step -= 1) rest = z + step / rest;
  return density(z) / rest;
};

/**
 * Chance that a standard normal variable is at least `z`; far tails keep their size.
 * Series and fraction as in G. Marsaglia, "Evaluating the normal distribution", Journal of Statistical Software 11 (2004).
 */
export const normalTail = (z: number): number => {
  if (z < 0) return 1 - normalTail(-z);
  if (z >= FAR) return farTail(z);
  return z === 0 ? 0.5 : 0.5 - areaFromZero(z);
};
