import type { ErrorSnapshot, JsonValue } from './error-snapshot.js';
import type { MachineFacts } from './machine-facts.js';
import type { Phase } from './phase.js';
import type { WorkerRecord } from './record.js';
import type { SecretDigest } from './secrets/secret-digest.js';

/** An error as one record of a journal told it. */
export interface RecordedError {
  readonly at: number;
  readonly phase: Phase;
  /** Describe levels of a hook that failed apart from any test. */
  readonly title?: readonly string[];
  readonly error: ErrorSnapshot;
  readonly durationMs?: number;
  readonly limitMs?: number;
  readonly machine?: MachineFacts;
}

export interface RecordedEvidence {
  readonly at: number;
  readonly name: string;
  readonly data: { readonly [key: string]: JsonValue };
  readonly attempt?: number;
}

/** One execution of a test. */
export interface RecordedAttempt {
  /** From 1. */
  readonly number: number;
  /** `open` where its end was never written. */
  readonly status: 'passed' | 'failed' | 'skipped' | 'open';
  /** Absent where the start was not written or is lost. */
  readonly startedAt?: number;
  readonly durationMs?: number;
  /** In the order they were written; those that came after the end too, with phase `after-end`. */
  readonly errors: readonly RecordedError[];
}

/** A test that left more than a plain pass. */
export interface RecordedTest {
  /** Absolute path of its file; empty where the file's start is lost. */
  readonly path: string;
  readonly project?: string;
  readonly title: readonly string[];
  readonly id?: string;
  /** Which of the tests of this title in this file it is, from 0, in the order of their first starts. */
  readonly occurrence: number;
  readonly startedAt: number;
  /** In order of their numbers; never empty. */
  readonly attempts: readonly RecordedAttempt[];
  readonly evidence: readonly RecordedEvidence[];
  /** The worker ended while this test ran: it is the last that is known of the file and the worker. */
  readonly openAtEnd: boolean;
}

/** One execution of a test file. */
export interface RecordedFile {
  readonly path: string;
  readonly project?: string;
  readonly startedAt: number;
  /** Absent where the file never ended. */
  readonly endedAt?: number;
  /** Errors that belong to no test. */
  readonly errors: readonly RecordedError[];
  readonly evidence: readonly RecordedEvidence[];
  /** The worker ended while this file ran. */
  readonly openAtEnd: boolean;
}

/** A thing outside its process that a worker held when it ended. */
export interface RecordedLease {
  readonly at: number;
  readonly type: string;
  readonly id: string;
  /** Absolute path of the file that held it; absent where that is not known. */
  readonly path?: string;
  /** Title of the test that held it; absent where no single test did. */
  readonly testTitle?: readonly string[];
}

/** What one worker wrote. */
export interface RecordedWorker {
  /** Absent where the first line is lost. */
  readonly worker?: WorkerRecord;
  readonly files: readonly RecordedFile[];
  /** Tests with errors, evidence, a failed end, several attempts, or no end; in the order of their first starts. */
  readonly tests: readonly RecordedTest[];
  /** Errors that belong to no file. */
  readonly errors: readonly RecordedError[];
  /** What it said it held and never said was gone; absent where it let go of everything. */
  readonly leases?: readonly RecordedLease[];
  /** Secrets of its environment, as digests; absent where it told none. The same one may stand here twice. */
  readonly secrets?: readonly SecretDigest[];
}

/** All that the journals of a run say beyond plain passes. */
export interface JournalDigest {
  readonly workers: readonly RecordedWorker[];
  /** What could not be read, each a sentence. */
  readonly gaps: readonly string[];
}
