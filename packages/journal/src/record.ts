import type { ErrorSnapshot, JsonValue } from './error-snapshot.js';
import type { MachineFacts } from './machine-facts.js';
import type { MachineProfile } from './machine-profile.js';
import type { Phase } from './phase.js';
import type { SecretDigest } from './secrets/secret-digest.js';

/** Version of the record format. A reader skips files of a version it does not know. */
export const JOURNAL_VERSION = 1;

/**
 * First line of every journal file: which worker writes it.
 * One file per process and thread; `at` is milliseconds since the Unix epoch in every record.
 */
export interface WorkerRecord {
  readonly kind: 'worker';
  readonly version: typeof JOURNAL_VERSION;
  readonly at: number;
  readonly pid: number;
  /** 0 in a main thread. */
  readonly thread: number;
  readonly runner: string;
  readonly node: string;
  /** What the machine can do, as the main process measured it for the run; absent where nobody did. */
  readonly machine?: MachineProfile;
}

/** A test file begins in this worker. `file` numbers are unique within one journal file. */
export interface FileStartRecord {
  readonly kind: 'file-start';
  readonly file: number;
  readonly at: number;
  /** Absolute path. */
  readonly path: string;
  readonly project?: string;
}

export interface FileEndRecord {
  readonly kind: 'file-end';
  readonly file: number;
  readonly at: number;
}

/** An attempt of a test begins. `test` numbers are unique within one journal file; retries reuse them. */
export interface TestStartRecord {
  readonly kind: 'test-start';
  readonly test: number;
  readonly file: number;
  readonly at: number;
  /** From 1. */
  readonly attempt: number;
  /** Describe levels from outermost to innermost, then the test's own title. */
  readonly title: readonly string[];
  /** The runner's own id of the test, where it has one. */
  readonly id?: string;
  /** Which of the tests of this title in this file it is, in the order of their first starts. Absent for the first, 0. */
  readonly occurrence?: number;
}

/**
 * An attempt of a test ended. Passing ends are short on purpose: a reader skips them unparsed.
 */
export interface TestEndRecord {
  readonly kind: 'test-end';
  readonly test: number;
  readonly status: 'passed' | 'failed' | 'skipped';
  readonly attempt: number;
  readonly at: number;
}

/** An error that an attempt, a hook, a file or a late callback ended with. */
export interface ErrorRecord {
  readonly kind: 'error';
  /** Absent where the error belongs to a file or to the worker and not to one test. */
  readonly test?: number;
  readonly file?: number;
  readonly at: number;
  readonly attempt?: number;
  readonly phase: Phase;
  /** Describe levels of a hook that failed apart from any test. */
  readonly title?: readonly string[];
  readonly error: ErrorSnapshot;
  readonly durationMs?: number;
  readonly limitMs?: number;
  readonly machine?: MachineFacts;
}

/** A plain-data fact recorded near a failure: pool statistics, what a wait was waiting for, a budget. */
export interface EvidenceRecord {
  readonly kind: 'evidence';
  readonly test?: number;
  readonly file?: number;
  readonly at: number;
  readonly attempt?: number;
  /** Dotted name of the fact: `pool.checkout`, `budget.time`, ... */
  readonly name: string;
  readonly data: { readonly [key: string]: JsonValue };
}

/**
 * Secrets of the worker's environment that were not told before, as digests: errors that reach the reporter by another
 * way than the journal hold their values.
 */
export interface SecretsRecord {
  readonly kind: 'secrets';
  readonly file: number;
  readonly at: number;
  readonly digests: readonly SecretDigest[];
}

/**
 * A thing outside this process is about to be made: a database, a directory, a process. What a worker held when it was
 * killed has no `lease-end`. `lease` numbers are unique within one journal file.
 */
export interface LeaseRecord {
  readonly kind: 'lease';
  readonly lease: number;
  /** Absent where it belongs to a file or to the worker and not to one test. */
  readonly test?: number;
  readonly file?: number;
  readonly at: number;
  readonly attempt?: number;
  /** What kind of thing: `database`, `directory`, `lock`, `port`, `process`. */
  readonly type: string;
  /** Identity of the thing within its type: a database's name, a directory's path. */
  readonly id: string;
  readonly data?: { readonly [key: string]: JsonValue };
}

/** The thing of a lease is gone. */
export interface LeaseEndRecord {
  readonly kind: 'lease-end';
  readonly lease: number;
  readonly at: number;
}

export type JournalRecord =
  | WorkerRecord
  | FileStartRecord
  | FileEndRecord
  | TestStartRecord
  | TestEndRecord
  | ErrorRecord
  | EvidenceRecord
  | SecretsRecord
  | LeaseRecord
  | LeaseEndRecord;
