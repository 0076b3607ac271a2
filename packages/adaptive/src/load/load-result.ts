/** Failures that look the same. */
export interface ErrorGroup {
  /** Name, code and message, with figures left out: what the failures have in common. */
  readonly label: string;
  readonly count: number;
  /** The first error of the group, as it was thrown. */
  readonly first: unknown;
}

/** Spread of durations, in milliseconds. */
export interface Durations {
  readonly min: number;
  readonly mean: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** How much operations really went on at the same time. */
export interface Overlap {
  /** Most that were in flight at one moment. */
  readonly peak: number;
  /** In flight on average, from the first start to the last end. */
  readonly mean: number;
  /** The slowest operation against the mean one: near 1 where all took the same, near 2 where they queued. */
  readonly slowestToMean: number;
  /**
   * Operations that went on at the same time in effect: all together took so many times less than one after another
   * would. 1 means one after another, whatever was in flight. Counts with the duration of one operation alone, for
   * which the fastest one stands unless `alone` was given.
   */
  readonly effective: number;
}

/** What came of operations under load. */
export interface LoadResult {
  readonly total: number;
  readonly successes: number;
  /** Everything that did not succeed: failed, not finished, not started. */
  readonly failures: number;
  /** Successes by total, 0 to 1. */
  readonly rate: number;
  /** Largest group first. */
  readonly errors: readonly ErrorGroup[];
  /** Of the operations that ended. */
  readonly durations: Durations;
  /** From the first start to the last end, in milliseconds. */
  readonly wallMs: number;
  /** From the first start to the last start, in milliseconds. */
  readonly startSpreadMs: number;
  readonly overlap: Overlap;
  /** Operations that met contention: said so themselves, or failed by a lock, a pool or a rate limit. */
  readonly contention: number;
}
