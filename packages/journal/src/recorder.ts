import { wallNow } from './clock.js';
import type { JsonValue } from './error-snapshot.js';
import { HeldMap, isArray, mapGet, mapSet } from './intrinsics.js';
import { type LoopMark, type MachineSampler, watchMachine } from './machine-sample.js';
import type { Phase } from './phase.js';
import { plainValue } from './plain-value.js';
import type { TestEndRecord } from './record.js';
import { type SandboxProcess, WorkerSecrets } from './secrets/worker-secrets.js';
import { snapshotError } from './snapshot-error.js';
import { openWriter, type Writer } from './writer.js';

export interface RecorderOptions {
  /** Name of the runner: `jest`, `vitest`. */
  readonly runner: string;
  /** Absolute path of the test file. */
  readonly path: string;
  readonly project?: string | undefined;
  /** Milliseconds since the Unix epoch. @default a clock that fake timers do not touch */
  readonly now?: (() => number) | undefined;
  /** Absolute path of the run's directory. @default the variable HOLDFAST_RUN_DIR of the worker's process */
  readonly directory?: string | undefined;
  /** The process as the test file sees it, whose environment may be a copy. @default that of this realm */
  readonly process?: SandboxProcess | undefined;
}

export interface StartedTest {
  /** Describe levels from outermost to innermost, then the test's own title. */
  readonly title: readonly string[];
  /** The runner's own id of the test. */
  readonly id?: string | undefined;
  /** From 1. */
  readonly attempt: number;
  /** The time limit that applies, in milliseconds. */
  readonly limitMs?: number | undefined;
  /** An earlier attempt of the same test. @default for a later attempt, the last test of this title */
  readonly retryOf?: TestRef | undefined;
}

/** One attempt of a test, as the recorder knows it. */
export interface TestRef {
  readonly test: number;
  readonly attempt: number;
}

export interface AttemptFailure {
  readonly phase: Phase;
  /** What was thrown, as it was thrown. */
  readonly error: unknown;
  /** Describe levels of a hook that failed apart from any test. */
  readonly title?: readonly string[] | undefined;
  /** @default the time since the attempt started */
  readonly durationMs?: number | undefined;
  /** @default the limit that was named when the attempt started */
  readonly limitMs?: number | undefined;
}

/**
 * Tells the journal what happens in one test file. Every call appends at most one line, at once,
 * and never throws. Without a run directory, or once a line could not be written, calls do nothing.
 */
export interface Recorder {
  testStarted(test: StartedTest): TestRef;
  /** Without a test the error belongs to the file. Call once for each error, before or after `testEnded`. */
  attemptError(test: TestRef | undefined, failure: AttemptFailure): void;
  testEnded(test: TestRef, status: TestEndRecord['status']): void;
  /** An error of the file: it did not load, a beforeAll failed, something threw between tests. */
  fileError(failure: AttemptFailure): void;
  /** A plain-data fact near a failure; what is not plain is printed, what is large is cut. */
  evidence(test: TestRef | undefined, name: string, data: object): void;
  /**
   * A thing outside this process is about to be made. What is given says that it is gone; its second call does nothing.
   */
  lease(test: TestRef | undefined, claim: ClaimedLease): () => void;
  /** No further tests; late errors can still be told. */
  fileEnded(): void;
}

/** What a lease says of the thing that is about to be made. */
export interface ClaimedLease {
  /** What kind of thing. */
  readonly kind: string;
  /** Identity of the thing within its kind. */
  readonly id: string;
  readonly data?: { readonly [key: string]: JsonValue } | undefined;
}

interface HeldRef extends TestRef {
  readonly startedAt: number;
  readonly limitMs: number | undefined;
  readonly mark: LoopMark | undefined;
}

/** A hook around all tests does not run in the time of the test that its error is charged to. */
const isAroundTests = (phase: Phase): boolean => phase === 'beforeAll' || phase === 'afterAll';

const EVIDENCE_LENGTH = 8_192;

const IDLE_REF: TestRef = Object.freeze({ test: 0, attempt: 1 });

const idleRecorder = (): Recorder => ({
  testStarted: () => IDLE_REF,
  attemptError: () => {},
  testEnded: () => {},
  fileError: () => {},
  evidence: () => {},
  lease: () => () => {},
  fileEnded: () => {},
});

const titleKey = (title: readonly string[]): string => {
  let key = '';
  for (let level = 0; level < title.length; level++) key += `${title[level]}\0`;
  return key;
};

/** What is known of the tests of one title. */
interface TitleCount {
  /** Number of the latest one. */
  test: number;
  occurrences: number;
}

class FileRecorder implements Recorder {
  readonly #writer: Writer;
  readonly #machine: MachineSampler;
  readonly #now: () => number;
  readonly #file: number;
  readonly #titles = new HeldMap<string, TitleCount>();
  readonly #secrets: WorkerSecrets;

  constructor(writer: Writer, options: RecorderOptions) {
    this.#writer = writer;
    this.#now = options.now ?? wallNow;
    this.#machine = watchMachine();
    writer.memory.files += 1;
    this.#file = writer.memory.files;
    const { path, project } = options;
    const record = { kind: 'file-start', file: this.#file, at: this.#now(), path } as const;
    writer.write(project === undefined ? record : { ...record, project });
    this.#secrets = new WorkerSecrets(path, writer.memory.directory, options.process);
    // Of a file that does not load this is all that is heard. The files of a worker mostly share its environment.
    if (this.#file === 1) this.#learnSecrets();
  }

  testStarted({ title, id, attempt, limitMs, retryOf }: StartedTest): TestRef {
    const at = this.#now();
    const key = titleKey(title);
    const known = mapGet(this.#titles, key);
    const isRetry = attempt > 1 && (retryOf !== undefined || known !== undefined);
    let test: number;
    let occurrence = 0;
    if (isRetry) {
      test = retryOf?.test ?? (known as TitleCount).test;
    } else {
      this.#writer.memory.tests += 1;
      test = this.#writer.memory.tests;
      occurrence = known?.occurrences ?? 0;
      mapSet(this.#titles, key, { test, occurrences: occurrence + 1 });
    }
    this.#writer.write({
      kind: 'test-start',
      test,
      attempt,
      file: this.#file,
      at,
      title,
      ...(id === undefined ? undefined : { id }),
      ...(occurrence === 0 ? undefined : { occurrence }),
    });
    const held: HeldRef = { test, attempt, startedAt: at, limitMs, mark: this.#machine.mark() };
    return held;
  }

  attemptError(test: TestRef | undefined, failure: AttemptFailure): void {
    const at = this.#now();
    const held = test as HeldRef | undefined;
    const durationMs = failure.durationMs ?? (held && at - held.startedAt);
    const limitMs = failure.limitMs ?? held?.limitMs;
    const machine = this.#machine.sample(isAroundTests(failure.phase) ? undefined : held?.mark);
    this.#learnSecrets();
    this.#writer.write({
      kind: 'error',
      ...(held && { test: held.test, attempt: held.attempt }),
      file: this.#file,
      at,
      phase: failure.phase,
      ...(failure.title === undefined ? undefined : { title: failure.title }),
      error: this.#secrets.hideInError(snapshotError(failure.error)),
      ...(durationMs === undefined ? undefined : { durationMs }),
      ...(limitMs === undefined ? undefined : { limitMs }),
      ...(machine && { machine }),
    });
  }

  testEnded({ test, attempt }: TestRef, status: TestEndRecord['status']): void {
    this.#writer.write({ kind: 'test-end', test, attempt, status, at: this.#now() });
  }

  fileError(failure: AttemptFailure): void {
    this.attemptError(undefined, failure);
  }

  evidence(test: TestRef | undefined, name: string, data: object): void {
    this.#learnSecrets();
    const plain = this.#secrets.hideInValue(plainValue(data, EVIDENCE_LENGTH) ?? null);
    const isMembers = typeof plain === 'object' && plain !== null && !isArray(plain);
    this.#writer.write({
      kind: 'evidence',
      ...(test && { test: test.test, attempt: test.attempt }),
      file: this.#file,
      at: this.#now(),
      name,
      data: isMembers ? (plain as { readonly [key: string]: JsonValue }) : { value: plain },
    });
  }

  lease(test: TestRef | undefined, { kind, id, data }: ClaimedLease): () => void {
    this.#learnSecrets();
    const { memory } = this.#writer;
    memory.leases += 1;
    const lease = memory.leases;
    const hidden = this.#secrets.hideInValue(plainValue({ id, ...data }, EVIDENCE_LENGTH) ?? null);
    const { id: shownId, ...shown } = hidden as { readonly [key: string]: JsonValue };
    this.#writer.write({
      kind: 'lease',
      lease,
      ...(test && { test: test.test, attempt: test.attempt }),
      file: this.#file,
      at: this.#now(),
      type: kind,
      id: typeof shownId === 'string' ? shownId : id,
      ...(data && { data: shown }),
    });
    let isHeld = true;
    return () => {
      if (isHeld) this.#writer.write({ kind: 'lease-end', lease, at: this.#now() });
      isHeld = false;
    };
  }

  /** Tells the reporter by digests, for what it hears from the runner is not masked here. */
  #learnSecrets(): void {
    const digests = this.#secrets.refresh();
    if (digests !== undefined)
      this.#writer.write({ kind: 'secrets', file: this.#file, at: this.#now(), digests });
  }

  fileEnded(): void {
    this.#machine.stop();
    this.#writer.write({ kind: 'file-end', file: this.#file, at: this.#now() });
  }
}

/**
 * The recorder of one test file. Both runners' setup files feed it, and the reporter reads what it
 * wrote. A worker without a run directory gets one that does nothing.
 */
export const createRecorder = (options: RecorderOptions): Recorder => {
  const { runner, now = wallNow, directory } = options;
  const writer = openWriter({ runner, now, directory });
  return writer === undefined ? idleRecorder() : new FileRecorder(writer, options);
};
