import type { ErrorSnapshot, Phase } from '@holdfast/journal';

/** How many tests ended how; the runner's own words and figures. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly todo: number;
}

/** A test that failed, or that passed only on retry, as the runner told it. */
export interface TestOutcome {
  readonly title: readonly string[];
  readonly status: 'failed' | 'passed';
  /** Which of the tests of this title in this file it is, from 0. */
  readonly occurrence: number;
  /** The runner's own id of the test, where it has one; joins it with journal records. */
  readonly id?: string;
  /** How often it was executed. */
  readonly attempts: number;
  /** Errors that the runner kept, of the last attempt unless it keeps all. May be made when first asked for. */
  readonly errors: readonly ErrorSnapshot[];
  /** How many those are, for who need not ask for them. @default the length of `errors` */
  readonly errorCount?: number;
  readonly phase?: Phase;
  readonly line?: number;
  readonly column?: number;
  readonly durationMs?: number;
  readonly limitMs?: number;
  readonly tags?: readonly string[];
}

/** Takes one test of a file in short: its describe levels, its name, and what became of it. */
export type TestVisitor = (
  levels: readonly string[],
  name: string,
  status: 'passed' | 'failed' | 'flaky' | 'skipped' | 'todo',
  durationMs: number | undefined,
) => void;

/** Everything a runner told about one test file in one project. Passing tests are counted, not listed. */
export interface FileOutcome {
  /** Absolute path. */
  readonly path: string;
  readonly project?: string;
  readonly counts: TestCounts;
  readonly durationMs?: number;
  /** True where the run was cut short before the file's end: this is what was known by then. */
  readonly unfinished?: true;
  /** Failed and flaky tests. */
  readonly tests: readonly TestOutcome[];
  /** Errors of the file itself: it did not load, holds no test, a beforeAll or afterAll failed, its worker died. */
  readonly errors: readonly FileError[];
  /** Why tests ended themselves as skipped, one for each of them, where the runner tells. @default none */
  readonly skips?: readonly string[];
  /** Visits every test of the file in its order, passed ones too; asked for only where a history or a list is kept. */
  readonly everyTest?: (visit: TestVisitor) => void;
}

export interface FileError {
  readonly kind: 'file' | 'hook' | 'worker' | 'unhandled';
  readonly phase: Phase;
  readonly error: ErrorSnapshot;
  /** Describe levels of the hook, where it has some. */
  readonly title?: readonly string[];
}

/** An error that belongs to the run as a whole or could not be laid at a file's door by the runner. */
export interface RunError {
  readonly kind: 'unhandled' | 'run' | 'worker';
  readonly phase: Phase;
  readonly error: ErrorSnapshot;
  /** Absolute path of the test file, where the runner names one. */
  readonly path?: string;
  readonly project?: string;
  readonly title?: readonly string[];
  /** Whether it was thrown and not caught, or a promise was rejected and not handled; where the runner tells. */
  readonly origin?: 'exception' | 'rejection';
}

/** The runner's own closing figures, to which the report's must agree. */
export interface RunnerTotals {
  readonly tests: TestCounts;
  readonly files: { readonly passed: number; readonly failed: number; readonly skipped: number };
  /** Whether the runner calls the run red. */
  readonly failed: boolean;
  /** The run was cut short: Ctrl-C, bail, a time-out of the runner. */
  readonly interrupted?: 'signal' | 'bail' | 'watch' | 'other';
}
