/**
 * - `met`: the target is reached
 * - `acceptable`: between floor and target
 * - `missed`: below the floor, or above the limit
 * - `cannot-tell`: too little to decide by
 */
export type RuleStatus = 'met' | 'acceptable' | 'missed' | 'cannot-tell';

/** One rule of the gate with its figure. */
export interface RuleResult {
  /** `pass-rate`, `flaky-share`, `new-bugs`, ... */
  readonly rule: string;
  /** What it is about, where a rule stands for several: a folder, a category. */
  readonly of: string | null;
  readonly status: RuleStatus;
  /** What was measured: a share, a count, milliseconds; null where nothing was. */
  readonly figure: number | null;
  readonly limit: number | null;
  /** One sentence with the figures. */
  readonly sentence: string;
}

/** Failures that somebody could be tempted to take off the count. They are on it, unless `counted` says otherwise. */
export interface Excuse {
  /** `ENVIRONMENT`, `known flaky`, `quarantine`, ... */
  readonly kind: string;
  readonly failures: number;
  /** False for a quarantine that somebody put a name and a date to. */
  readonly counted: boolean;
  readonly sentence: string;
}

export interface GateResult {
  readonly status: 'green' | 'red' | 'cannot-tell';
  readonly rules: readonly RuleResult[];
  readonly excuses: readonly Excuse[];
}
