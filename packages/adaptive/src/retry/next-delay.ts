/** Bounds of the pauses between attempts, in milliseconds. */
export interface DelayBounds {
  readonly shortestMs: number;
  readonly longestMs: number;
}

/**
 * The pause after a pause of `previousMs`, with decorrelated jitter: a random time from the shortest to three times
 * the previous pause, at most the longest. Those who failed together do not come back together.
 * M. Brooker, "Exponential backoff and jitter", AWS Architecture Blog (2015).
 * @param random from 0 to below 1
 */
export const nextDelay = (
  previousMs: number,
  { shortestMs, longestMs }: DelayBounds,
  random: () => number,
): number => {
  const upper = Math.max(shortestMs, previousMs * 3);
  return Math.min(longestMs, shortestMs + random() * (upper - shortestMs));
};
