import type { Category, Cause } from '@holdfast/journal';
import type { FailureKind } from '../failure.js';

/** The tests of one test file in their order; runs refer to it, so that titles are stored once. */
export interface TestTable {
  /** Follows from file, project and titles: equal tables have equal ids, whoever writes them. */
  readonly id: string;
  /** Path of the test file from the project's root, with forward slashes. */
  readonly file: string;
  readonly project?: string;
  /** Describe levels and title of each test. */
  readonly tests: readonly (readonly string[])[];
}

/** What one test file came to in one run. */
export interface FileOutcomes {
  /** Id of the file's table. */
  readonly table: string;
  /** One character for each test of the table: see `outcome-code.ts`. */
  readonly outcomes: string;
}

/** What a failure was judged to be. */
export interface HistoryVerdict {
  readonly category: Category;
  readonly cause: Cause;
  readonly fingerprint: string;
  /** Id of the incident, the same for all failures of the run that share it. */
  readonly incident: string;
}

/** A test that failed, or passed only on retry. */
export interface TestFailure extends HistoryVerdict {
  /** Index into the run's `files`. */
  readonly file: number;
  /** Index into the table's `tests`. */
  readonly test: number;
  readonly attempts: number;
  readonly durationMs: number | null;
}

/** A failure that is no test: a file that did not load, a hook, a worker, an unhandled error. */
export interface OtherFailure extends HistoryVerdict {
  readonly kind: FailureKind;
  readonly path: string | null;
}

/** Where and when a run took place. */
export interface RunFacts {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly durationMs: number;
  readonly runner: string;
  readonly environment: string;
  readonly ci: string | null;
  readonly commit?: string;
  readonly branch?: string;
  readonly seed?: number | string;
  readonly shard?: string;
  readonly interrupted?: string;
  /** Runs with the same value were made from the very same files, one after the other. */
  readonly repetition?: string;
}

/** One run as the history keeps it. */
export interface HistoryRun extends RunFacts {
  readonly files: readonly FileOutcomes[];
  readonly failures: readonly TestFailure[];
  readonly others: readonly OtherFailure[];
}

/** All that a store holds. */
export interface History {
  readonly tables: ReadonlyMap<string, TestTable>;
  /** The oldest first; every run once. */
  readonly runs: readonly HistoryRun[];
  /** What could not be read, each a sentence. */
  readonly gaps: readonly string[];
}
