/** A time limit and how it came about. Plain data. */
export interface FittedLimit {
  /** As it was asked for, in milliseconds. */
  readonly askedMs: number;
  /** As it holds. */
  readonly limitMs: number;
  /** What the machine had to do with it: `speed 0.8, load 1.8`; undefined where the limit is as asked. */
  readonly reason: string | undefined;
}

/** A limit that is not fitted. */
export const limitAsAsked = (askedMs: number): FittedLimit => ({
  askedMs,
  limitMs: askedMs,
  reason: undefined,
});
