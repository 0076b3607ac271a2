/** Kinds of tests that have a limit of their own. */
export type TestKind = 'unit' | 'integration' | 'chaos';

export const TEST_KINDS: readonly TestKind[] = ['unit', 'integration', 'chaos'];

/** Share of operations that has to succeed, 0 to 1. */
export interface PassRate {
  /** What is aimed at. */
  readonly target?: number;
  /** The least that is acceptable; not above the target. */
  readonly floor?: number;
}

/** What holds in one environment, or on one tier of machines. */
export interface Policy {
  /** Multiplies amounts of load; `measured` follows the machine. */
  readonly load?: number | 'measured';
  /** Multiplies time limits, besides what the machine asks for. */
  readonly timeMultiplier?: number;
  /** Time limits by kind of test, in milliseconds, for a budget that names none. */
  readonly limits?: Partial<Readonly<Record<TestKind, number>>>;
  /** Attempts that `retry` makes of an operation or a test, the first included. */
  readonly retryAttempts?: number;
  /** Share of operations that has to succeed, for assertions that name `target` or `floor`. */
  readonly passRate?: PassRate;
  /** Size of pools, whatever a test asks for; null leaves it to the test. */
  readonly poolSize?: number | null;
  /**
   * Fits the runner's own default limits of tests and hooks to the machine, as `budget.time` does; a limit that a test
   * names stays as it is. @default false
   */
  readonly fitLimits?: boolean;
}

/** Names of what a policy holds. */
export const POLICY_KEYS: readonly (keyof Policy)[] = [
  'load',
  'timeMultiplier',
  'limits',
  'retryAttempts',
  'passRate',
  'poolSize',
  'fitLimits',
];

/** A policy with everything filled in. */
export interface ResolvedPolicy {
  readonly load: number | 'measured';
  readonly timeMultiplier: number;
  readonly limits: Readonly<Record<TestKind, number>>;
  readonly retryAttempts: number;
  readonly passRate: Required<PassRate>;
  readonly poolSize: number | null;
  readonly fitLimits: boolean;
}
