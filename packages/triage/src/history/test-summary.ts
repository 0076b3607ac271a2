import type { Interval } from '@holdfast/adaptive/statistics';
import type { Category, Cause } from '@holdfast/journal';
import type { TestIdentity } from './test-identity.js';

/** One way in which a test failed. */
export interface SeenCause {
  readonly category: Category;
  readonly cause: Cause;
  readonly fingerprint: string;
  /** Runs in which it was seen, on a first attempt or a later one. */
  readonly runs: number;
  /** ISO 8601. */
  readonly first: string;
  readonly last: string;
}

/**
 * - `flaky`: comes and goes, seen twice or more
 * - `failing`: failed in all of its latest three runs
 * - `steady`: neither
 * - `too-few-runs`: fewer than ten; nothing can be said
 */
export type Steadiness = 'flaky' | 'failing' | 'steady' | 'too-few-runs';

/** How long a test takes. */
export interface DurationTrend {
  /** Median of its latest timed runs, 64 at most. */
  readonly medianMs: number;
  readonly direction: 'slower' | 'faster' | 'same' | 'too-few-runs';
  /** Median of the newer half of them over that of the older half. */
  readonly ratio: number;
}

/** What all runs say about one test. */
export interface TestSummary extends TestIdentity {
  /** Runs in which it was executed, outages left out. */
  readonly runs: number;
  readonly passed: number;
  readonly failed: number;
  /** Among `passed`. */
  readonly passedOnRetry: number;
  /** Runs in which an outage took it down with others; they count nowhere else. */
  readonly outages: number;
  readonly passRate: number;
  /** Where the true pass rate lies, with 95 % confidence. */
  readonly interval: Interval;
  /** Changes between passing and failing from one run to the next of the same branch and environment. */
  readonly flips: number;
  /** Share of runs that show that it comes and goes, 0 to 1; see `steadiness`. */
  readonly flakyScore: number;
  readonly steadiness: Steadiness;
  /** ISO 8601, or null where it never failed. */
  readonly firstFailed: string | null;
  readonly lastFailed: string | null;
  /** The latest first. */
  readonly causes: readonly SeenCause[];
  readonly duration: DurationTrend | null;
}
