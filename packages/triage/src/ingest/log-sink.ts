import type { ErrorSnapshot, Phase } from '@holdfast/journal';
import type { Attempt, Evidence, FailureKind } from '../failure.js';
import type { TestCounts } from '../outcome.js';

/** One test, or something else that failed, as a log tells of it. Members may be made when they are first asked for. */
export interface LoggedTest {
  /** What it was; all but `test` are failures beside the tests. @default 'test' */
  readonly kind?: FailureKind | undefined;
  /** Test file as the log names it: absolute, or from some folder. */
  readonly file?: string | undefined;
  /** Describe levels and title; empty for a whole file or run. */
  readonly title: readonly string[];
  readonly status: 'passed' | 'failed' | 'skipped' | 'todo';
  /** True where it passed only on retry. @default false */
  readonly flaky?: boolean | undefined;
  /** Of the last attempt; empty where the log tells none. @default none */
  readonly errors?: readonly ErrorSnapshot[] | undefined;
  /** All attempts, where the log keeps them; then `errors` is not read. */
  readonly attempts?: readonly Attempt[] | undefined;
  /** False where earlier attempts ran whose errors the log does not tell. @default true */
  readonly attemptsComplete?: boolean | undefined;
  /** @default 'test' */
  readonly phase?: Phase | undefined;
  readonly durationMs?: number | undefined;
  readonly limitMs?: number | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly project?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly evidence?: readonly Evidence[] | undefined;
}

/** What of a log could not be read. */
export interface LogProblem {
  /** One sentence without the file's name. */
  readonly reason: string;
  /** From 1; absent where the whole log is meant. */
  readonly line?: number;
}

/** Figures that the tool itself printed. A kind that it does not tell of is absent. */
export interface DeclaredTotals extends Partial<TestCounts> {
  /** All tests, and what else the tool counts as one. */
  readonly tests?: number;
}

/**
 * Takes what a reader finds, in the order of the log. Called once for each test: who has no use for passed ones drops
 * them here.
 */
export interface LogSink {
  /** The tool whose log it is, as soon as it is known. */
  tool(name: string, version?: string): void;
  test(test: LoggedTest): void;
  /** Tests that the log counts but does not name: dots, or a summary line. */
  unnamed(status: LoggedTest['status'], count: number, file?: string): void;
  /** Milliseconds since 1970, and how long it took. */
  time(startedAtMs: number | undefined, durationMs: number | undefined): void;
  declared(totals: DeclaredTotals): void;
  /** A sentence about the log that the report should have; nothing went wrong in reading it. */
  note(sentence: string): void;
  /** Something could not be read; what was read stands. */
  problem(problem: LogProblem): void;
}
