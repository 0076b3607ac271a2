import type { ErrorSnapshot } from './error-snapshot.js';

/** What a wait that ended in vain says of itself. */
export interface WaitFact {
  /** What was waited for, in words or as the source of the condition. */
  readonly for: string;
  /** As it was asked for, in milliseconds. */
  readonly askedMs?: number;
  /** As it held. */
  readonly limitMs?: number;
  /** What the machine had to do with the limit: `speed 0.8, load 1.8`. */
  readonly fit?: string | undefined;
  readonly polls?: number;
  /** The last look had not answered when the limit struck. */
  readonly pending?: boolean;
  /** How long was watched on after the limit, in milliseconds. */
  readonly watchedMs?: number;
  readonly lastValue?: string;
  readonly lastError?: string;
}

/** Something that a test left behind. */
export interface LeakFact {
  /** What was left: a path, a variable's name, an address. */
  readonly what: string;
  /** What was done to it: `added`, `changed`, `removed`, `still open`. */
  readonly change?: string;
  /** Title of the test that left it, where that is not the test that failed. */
  readonly leftBy?: string;
  /** Where it was made: `tests/a.test.ts:12`. */
  readonly place?: string;
}

/**
 * The facts that Holdfast's own parts record, by name: the one list that writers and rules share. A test may record
 * under any other dotted name. Durations are in milliseconds.
 */
export interface KnownEvidence {
  /** A wait ended in vain: what it waited for did not come true, nor right after. */
  readonly wait: WaitFact;
  /** A wait's limit struck, and what it waited for came true right after: the limit was too short, nothing hung. */
  readonly 'wait.late': WaitFact & { readonly trueAfterMs: number };
  /** An attempt of `retry` failed. */
  readonly 'retry.attempt': {
    readonly what: string;
    /** From 1. */
    readonly attempt: number;
    readonly error: ErrorSnapshot;
    readonly retried: boolean;
    /** Kind of the passing trouble, or why no attempt followed. */
    readonly because: string;
    readonly kind?: string;
    readonly delayMs?: number;
  };
  /** `retry` succeeded after attempts that failed. */
  readonly 'retry.succeeded': { readonly what: string; readonly attempts: number };
  /** `toFinishWithin` was not kept; `ended` says whether the work came to its end at all. */
  readonly 'time.exceeded': {
    readonly askedMs: number;
    readonly limitMs: number;
    readonly reason?: string | undefined;
    readonly elapsedMs: number;
    readonly ended: boolean;
  };
  /** A limit or an amount that `budget` fitted, on failure. */
  readonly budget: {
    readonly what: 'limit' | 'load' | 'iterations' | 'pool';
    /** Figures with their units, as they are printed. */
    readonly asked: string;
    readonly fitted: string;
    /** One line: `limit 5,000 ms fitted to 11,400 ms: speed 0.8, load 1.8`. */
    readonly text: string;
    readonly reason?: string;
  };
  /** A step's measured need beside the limit that it was given. */
  readonly 'budget.time': { readonly limitMs: number; readonly neededMs: number; readonly what?: string };
  /** What came of operations under load, on failure. */
  readonly load: {
    readonly total: number;
    readonly successes: number;
    readonly failures: number;
    readonly errors: readonly { readonly label: string; readonly count: number }[];
    readonly contention: number;
    readonly wallMs: number;
  };
  /** What `untilSure` or a rate assertion counted, on failure. */
  readonly 'rate.sampled': {
    readonly successes: number;
    readonly total: number;
    /** The rate that was asked for, 0 to 1. */
    readonly asked?: number;
    readonly verdict?: 'above' | 'below' | 'cannot-tell';
    readonly errors?: readonly { readonly label: string; readonly count: number }[];
  };
  /** What a resource monitor saw, on failure. */
  readonly resources: {
    readonly durationMs: number;
    readonly samples: number;
    /** Others kept the machine so busy that a time-out may be its fault. */
    readonly overloaded: boolean;
    /** Why, with figures. */
    readonly reasons: readonly string[];
  };
  /** A pool at the moment of a failure. */
  readonly 'pool.statistics': {
    readonly pool?: string;
    readonly size: number;
    readonly busy: number;
    readonly waiting: number;
    readonly idle?: number;
    /** How long the place that was lent last is lent by now. */
    readonly heldMs?: number;
    /** How long operations take as a rule. */
    readonly operationMs?: number;
  };
  /** A check-out that waited long, or in vain. */
  readonly 'pool.checkout': {
    readonly pool?: string;
    readonly waitedMs: number;
    readonly limitMs: number;
  };
  /** Capacity arithmetic: what share of the tasks cannot be served in time. */
  readonly 'pool.forecast': {
    readonly pool?: string;
    readonly tasks: number;
    readonly workers: number;
    readonly limitMs: number;
    /** 0 to 1. */
    readonly failureShare: number;
    /** How many will time out. */
    readonly timedOut?: number;
    readonly startMs?: number;
    readonly operationMs?: number;
    /** Places that were ready when the tasks came. */
    readonly warm?: number;
    /** One line for the developer, with what would do. */
    readonly text?: string;
  };
  /** How a pool did, when it was closed. */
  readonly 'pool.closed': { readonly pool: string; readonly size: number; readonly checkouts: number };
  /** Something that a test waits for to be ready; the last one tells how it ended. */
  readonly ready: {
    readonly state: 'waiting' | 'failed' | 'ready';
    readonly what: string;
    /** `port`, `http`, `postgres`, `redis`, `command`, `file`, `logLine`, `function`. */
    readonly probe: string;
    /** Whether it is a service beside the tests. */
    readonly service: boolean;
    /** Whether anything has answered. */
    readonly reached: boolean;
    /** What was seen last. */
    readonly saw?: string;
    readonly waitedMs: number;
    readonly limitMs: number;
  };
  /** Calls that a test made before its real work. */
  readonly 'warm-up': {
    readonly calls: number;
    readonly settled: boolean;
    readonly firstMs: number;
    readonly lastMs: number;
    readonly durationMs: number;
  };
  /** A lock that was waited for long, or in vain. */
  readonly 'lock.wait': {
    readonly lock: string;
    readonly waitedMs: number;
    readonly limitMs?: number;
    /** Who held it: a test, a process. */
    readonly heldBy?: string;
  };
  /** An error that no test and no code of the product waited for. */
  readonly 'error.unhandled': { readonly origin?: 'exception' | 'rejection' };
  /** The product threw while the test ran, and nobody caught it: a row of its own, of this fingerprint. */
  readonly 'error.uncaught': { readonly error: string; readonly fingerprint: string };
  /** A step of a teardown threw or took too long; what the test left may still be there. `at` is `file:line:column`. */
  readonly 'teardown.failed': {
    readonly scope: string;
    readonly step: string;
    readonly error: string;
    readonly at?: string;
  };
  /** A test's directory stays after it, to be looked at; `days` until it is removed. */
  readonly 'directory.kept': { readonly path: string; readonly days: number };
  /** A test that ended itself as skipped, where the runner has no word for the reason (Jest). */
  readonly 'test.skipped': { readonly reason: string };
  /** The test that ran when its worker died. */
  readonly 'worker.open-test': {
    readonly test: string;
    readonly since?: string;
    readonly alsoRunning?: readonly string[];
  };
  /** Something that an earlier test left and that was still there; its kind follows: `leak.environment`. */
  readonly [leak: `leak.${string}`]: LeakFact;
  /** Something that this test itself left behind when it ended; its kind follows: `leftover.server`. */
  readonly [leftover: `leftover.${string}`]: LeakFact;
}

/** Name of a fact that Holdfast's own parts record. */
export type EvidenceName = keyof KnownEvidence;
