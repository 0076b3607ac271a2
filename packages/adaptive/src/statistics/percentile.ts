/**
 * The smallest value that at least this share of all values does not exceed (nearest rank); 0 of no values.
 * @param sorted ascending
 * @param share 0 to 1
 */
export const percentile = (sorted: ArrayLike<number>, share: number): number =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
