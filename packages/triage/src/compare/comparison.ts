import type { RateDifference } from '@holdfast/adaptive/statistics';
import type { Category, Cause } from '@holdfast/journal';
import type { SeenOther } from './run-view.js';

/** A test that is told of. */
export interface ComparedTest {
  readonly project: string | null;
  readonly file: string;
  readonly title: readonly string[];
}

export interface ComparedVerdict {
  readonly category: Category;
  readonly cause: Cause;
}

export interface NewlyFailing extends ComparedTest {
  readonly verdict: ComparedVerdict | null;
  /** True where the test is not among those of the side before; null where that is not known. */
  readonly isNew: boolean | null;
}

export interface FixedTest extends ComparedTest {
  /** What it failed with before. */
  readonly verdict: ComparedVerdict | null;
  /** False where the side after lists no passed tests: it did not fail, but nobody saw it pass. */
  readonly seenToPass: boolean;
}

export interface StillFailing extends ComparedTest {
  readonly before: ComparedVerdict | null;
  readonly after: ComparedVerdict | null;
  /** By fingerprint; null where one side does not say. */
  readonly sameFailure: boolean | null;
}

export interface TimedTest extends ComparedTest {
  readonly beforeMs: number;
  readonly afterMs: number;
  readonly ratio: number;
  /** Chance of a difference like this by noise, before the correction for the number of tests. */
  readonly probability: number;
}

export interface ComparedRate {
  readonly name: string;
  readonly before: { readonly passed: number; readonly total: number };
  readonly after: { readonly passed: number; readonly total: number };
  readonly difference: RateDifference;
}

export interface SideSummary {
  readonly label: string;
  readonly runs: number;
  /** ISO 8601 of the latest run. */
  readonly latest: string;
  readonly passed: number;
  readonly failed: number;
  readonly otherFailures: number;
  /** Of the latest run. */
  readonly durationMs: number;
}

/** What two sides have in common and what not. */
export interface Comparison {
  readonly before: SideSummary;
  readonly after: SideSummary;
  readonly newlyFailing: readonly NewlyFailing[];
  /** Files that did not load, hooks and workers that failed in the latest run after, and not in the latest one before. */
  readonly newlyBroken: readonly SeenOther[];
  readonly fixed: readonly FixedTest[];
  readonly stillFailing: readonly StillFailing[];
  /** Failed before and is not there any more, is skipped, or was kept from running: not fixed. */
  readonly gone: readonly ComparedTest[];
  /** Came and went on one side alone. */
  readonly flakyBefore: readonly ComparedTest[];
  readonly flakyAfter: readonly ComparedTest[];
  /** Beyond noise. */
  readonly slower: readonly TimedTest[];
  readonly faster: readonly TimedTest[];
  /** How many tests had enough timed runs on both sides to be compared; 0 with fewer than five runs a side. */
  readonly timed: number;
  readonly passRate: ComparedRate;
  readonly folders: readonly ComparedRate[];
  /** Failures by category, of the latest run of each side. */
  readonly categories: readonly {
    readonly category: Category;
    readonly before: number;
    readonly after: number;
  }[];
  /** Fixed tests of those that failed before. */
  readonly progress: { readonly fixed: number; readonly of: number };
  readonly notes: readonly string[];
}
