import type { Category, Cause } from '@holdfast/journal';

/** How a verdict is known: from the error alone, with run-time evidence, or shown by an experiment. */
export type Standing = 'suspected' | 'supported' | 'proven';

export type Priority = 'high' | 'medium' | 'low';

/** One reason for a verdict, as a rule gave it. */
export interface EvidenceLine {
  /** Id of the rule that gave it. */
  readonly rule: string;
  readonly category: Category;
  readonly cause: Cause;
  /** Strength, 0 to 1: the share of failures with this sign that have this cause. */
  readonly weight: number;
  /** A sentence that a user can read. */
  readonly sentence: string;
}

/** What a failure means, how that is known, and what to do next. */
export interface Verdict {
  readonly category: Category;
  readonly cause: Cause;
  readonly priority: Priority;
  readonly standing: Standing;
  /** 0 to 1; the combined strength of the evidence for the category. */
  readonly confidence: number;
  /** One line: the strongest reason. */
  readonly why: string;
  /** All evidence that led here, strongest first; for UNKNOWN what was seen and did not suffice. */
  readonly evidence: readonly EvidenceLine[];
  /** What to do next, most useful step first. */
  readonly advice: readonly string[];
}
