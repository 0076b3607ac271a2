/*
 * What Jest 29.7 and 30 hand to a reporter, as far as it is read here. Declared anew and loosely, because the
 * objects come out of workers in which runners, environments and result processors may have changed them.
 */

/** One test of a file. */
export interface JestAssertion {
  readonly ancestorTitles: readonly string[];
  readonly title: string;
  readonly fullName: string;
  readonly status: string;
  readonly duration?: number | null;
  /** Thrown values; across a worker's border only their own enumerable members are left. */
  readonly failureDetails?: readonly unknown[];
  /** Their stacks, which begin with class and message. */
  readonly failureMessages?: readonly string[];
  readonly invocations?: number;
  readonly location?: { readonly line: number; readonly column: number } | null;
  /** Stacks of earlier attempts, where the test asked Jest to log them. */
  readonly retryReasons?: readonly string[];
}

/** One test file. */
export interface JestFileResult {
  readonly testFilePath: string;
  readonly testResults: readonly JestAssertion[];
  /** What kept the file from running or was left over at its end. Not always an object. */
  readonly testExecError?: unknown;
  readonly failureMessage?: string | null;
  readonly numFailingTests: number;
  readonly numPassingTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly perfStats?: { readonly start: number; readonly end: number; readonly runtime?: number };
}

/** The figures of a whole run. */
export interface JestRunResult {
  readonly numTotalTestSuites: number;
  readonly numFailedTestSuites: number;
  readonly numPassedTestSuites: number;
  readonly numPendingTestSuites: number;
  readonly numFailedTests: number;
  readonly numPassedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly snapshot?: {
    readonly failure?: boolean;
    readonly unchecked?: number;
    readonly filesRemoved?: number;
  };
  readonly wasInterrupted?: boolean;
  readonly runExecError?: unknown;
}
