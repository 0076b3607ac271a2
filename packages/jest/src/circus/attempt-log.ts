import { type FittedDefault, KeptEvidence } from '@holdfast/adaptive/sandbox';
import { type ClaimedLease, guarded, type Recorder, type TestRef } from '@holdfast/journal';
import {
  type CircusBlock,
  type CircusError,
  type CircusState,
  type CircusTest,
  givenLimit,
  type HookType,
  OWN_LIMIT,
  rootBlockOf,
  titleOf,
} from './circus-state.js';
import { type ErrorPlace, placeInFile, placeInTest } from './error-place.js';
import { isTimeout, withTimeoutAsError } from './timeout-error.js';

interface Running {
  readonly ref: TestRef;
  /** Errors of body and hooks as they were thrown, before Jest words some of them anew. */
  thrown: readonly CircusError[] | undefined;
}

interface Ended {
  readonly ref: TestRef;
  readonly hasFailed: boolean;
  /** How many errors the test had then. */
  readonly errors: number;
}

/** A fact of a concurrent test from before its start. */
interface EarlyFact {
  readonly name: string;
  readonly data: object;
  /** Only to be written if the test fails. */
  readonly isKept: boolean;
}

/** How an error came that nobody caught. */
type UnhandledOrigin = 'exception' | 'rejection';

/** Jest measures a concurrent test from its turn on, which may come after its body has ended. */
const spentOnTest = (test: CircusTest, thrown: unknown): { durationMs?: number } => {
  const durationMs = (isTimeout(thrown) ? test[OWN_LIMIT]?.struckAfterMs : undefined) ?? test.duration;
  return typeof durationMs === 'number' ? { durationMs } : {};
};

/** Puts what circus does into the journal. Fed by one of the two sources; never throws into circus. */
export class AttemptLog {
  readonly #state: CircusState;
  readonly #root: CircusBlock;
  readonly #recorder: Recorder;
  readonly #lastActions: (() => void)[] = [];
  #whenStarted = (_test: CircusTest): void => {};
  #fileEnded = false;
  readonly #running = new Map<CircusTest, Running>();
  readonly #ended = new Map<CircusTest, Ended>();
  readonly #kept: KeptEvidence<TestRef>;
  readonly #defaultLimit: FittedDefault | undefined;
  readonly #early = new Map<CircusTest, EarlyFact[]>();
  readonly #hookDurations = new Map<unknown, number>();
  readonly #unhandled = new Map<unknown, UnhandledOrigin>();

  /** @param defaultLimit Jest's default limit of tests and hooks, where it was fitted */
  constructor(state: CircusState, recorder: Recorder, defaultLimit?: FittedDefault) {
    this.#defaultLimit = defaultLimit;
    this.#state = state;
    this.#root = rootBlockOf(state);
    this.#recorder = recorder;
    this.#kept = new KeptEvidence((ref, name, data) => recorder.evidence(ref, name, data));
  }

  /** An attempt begins. `attempt` is from 1. */
  started(test: CircusTest, attempt: number): void {
    this.#whenStarted(test);
    const ref = this.#recorder.testStarted({
      title: titleOf(test),
      attempt,
      limitMs: givenLimit(test) ?? this.#state.testTimeout,
      retryOf: this.#ended.get(test)?.ref,
    });
    this.#running.set(test, { ref, thrown: undefined });
    const early = this.#early.get(test);
    if (early === undefined) return;
    this.#early.delete(test);
    for (const { name, data, isKept } of early) {
      if (isKept) this.#kept.keep(ref, name, data);
      else this.#recorder.evidence(ref, name, data);
    }
  }

  /** Body and hooks of the attempt are done; Jest may still add errors of its own. */
  settled(test: CircusTest): void {
    const running = this.#running.get(test);
    if (running !== undefined) running.thrown = [...test.errors];
  }

  /** Nothing more comes. A second call does nothing. */
  ended(test: CircusTest): void {
    const running = this.#running.get(test);
    if (running === undefined) return;
    this.#running.delete(test);
    const thrown = running.thrown ?? test.errors;
    const errors = [...thrown, ...test.errors.slice(thrown.length)];
    for (const error of errors) this.#testError(running.ref, test, placeInTest(error, test));
    // Said of the error that decides: a later one must not change what the first one means.
    const origin = errors.length > 0 ? this.#unhandled.get(placeInTest(errors[0], test).thrown) : undefined;
    if (origin !== undefined) this.#recorder.evidence(running.ref, 'error.unhandled', { origin });
    const hasFailed = errors.length > 0;
    const inHook = errors.some((error) => placeInTest(error, test).hook !== undefined);
    // A limit of the test's own is told by the test; hooks go by the default.
    if (hasFailed && (givenLimit(test) === undefined || inHook)) this.#tellDefaultLimit(running.ref);
    this.#kept.ended(running.ref, hasFailed);
    this.#recorder.testEnded(running.ref, hasFailed ? 'failed' : 'passed');
    this.#ended.set(test, { ref: running.ref, hasFailed, errors: test.errors.length });
  }

  /** A value that was thrown, or that a promise was rejected with, and that nobody caught. */
  unhandled(error: unknown, origin: UnhandledOrigin): void {
    this.#unhandled.set(error, origin);
  }

  /** How long a hook that failed had run. */
  hookFailed(mark: unknown, durationMs: number): void {
    this.#hookDurations.set(mark, durationMs);
  }

  /** An error that Jest lays at no test's door. What comes after the file's end Jest does not count either. */
  leftOver(error: CircusError): void {
    if (this.#fileEnded) return;
    const { thrown, mark, hook, block } = placeInFile(error, this.#root);
    this.#recorder.fileError({
      phase: hook?.type ?? (this.#state.hasStarted ? 'after-end' : 'load'),
      error: withTimeoutAsError(thrown),
      ...(block === undefined ? {} : { title: titleOf(block) }),
      ...this.#spentOnHook({ thrown, mark, hook }),
    });
    this.#tellDefaultLimit(undefined);
    this.#kept.fileFailed();
  }

  /** A fact for a test, or for the file where none runs. */
  evidence(test: CircusTest | undefined, name: string, data: object): void {
    const ref = test && this.#running.get(test)?.ref;
    if (test === undefined || ref !== undefined || !test.concurrent) {
      this.#recorder.evidence(ref ?? (test && this.#ended.get(test)?.ref), name, data);
      return;
    }
    this.#keepEarly(test, { name, data, isKept: false });
  }

  /** A thing outside this process is about to be made for a test, or for the file where none runs. */
  lease(test: CircusTest | undefined, claim: ClaimedLease): () => void {
    return this.#recorder.lease(test && this.#running.get(test)?.ref, claim);
  }

  /** A fact that is written only if the attempt of the test fails, or something in the file where none runs. */
  evidenceOnFailure(test: CircusTest | undefined, name: string, data: object): void {
    if (test === undefined) {
      this.#kept.keepForFile(name, data);
      return;
    }
    const ref = this.#running.get(test)?.ref;
    const ended = this.#ended.get(test);
    if (ref !== undefined) this.#kept.keep(ref, name, data);
    else if (ended === undefined && test.concurrent) this.#keepEarly(test, { name, data, isKept: true });
    else if (ended?.hasFailed) this.#recorder.evidence(ended.ref, name, data);
  }

  /** Has every attempt's beginning told, before its hooks. */
  whenStarted(tell: (test: CircusTest) => void): void {
    this.#whenStarted = guarded(tell);
  }

  /** Adds what is done while facts of the file's tests can still be told. */
  beforeFileEnds(action: () => void): void {
    this.#lastActions.push(action);
  }

  fileEnded(): void {
    if (this.#fileEnded) return;
    for (const act of this.#lastActions) guarded(act)();
    for (const test of this.#running.keys()) this.ended(test);
    for (const [test, { ref, errors }] of this.#ended) {
      // Jest 30 charges an error that comes late to the test that set it off.
      for (const late of test.errors.slice(errors)) {
        this.#recorder.attemptError(ref, { phase: 'after-end', error: placeInTest(late, test).thrown });
      }
    }
    this.#fileEnded = true;
    this.#recorder.fileEnded();
  }

  /** Jest 29 runs the bodies of concurrent tests before it starts the tests. */
  #keepEarly(test: CircusTest, fact: EarlyFact): void {
    const early = this.#early.get(test) ?? [];
    early.push(fact);
    this.#early.set(test, early);
  }

  #tellDefaultLimit(ref: TestRef | undefined): void {
    const limit = this.#defaultLimit;
    // `jest.setTimeout` in the test file may have replaced it.
    if (limit === undefined || this.#state.testTimeout !== limit.limitMs) return;
    this.#recorder.evidence(ref, 'budget', limit.fact);
  }

  #testError(ref: TestRef, test: CircusTest, place: ErrorPlace): void {
    const phase: HookType | 'test' = place.hook?.type ?? 'test';
    const error = withTimeoutAsError(place.thrown);
    const spent = phase === 'test' ? spentOnTest(test, place.thrown) : this.#spentOnHook(place);
    this.#recorder.attemptError(ref, { phase, error, ...spent });
  }

  #spentOnHook({ hook, mark, thrown }: ErrorPlace): { limitMs?: number; durationMs?: number } {
    if (hook === undefined) return {};
    const limitMs = givenLimit(hook) ?? this.#state.testTimeout;
    // Jest 29 does not tell when a hook began; one that ran into its limit took that long.
    const durationMs = this.#hookDurations.get(mark) ?? (isTimeout(thrown) ? limitMs : undefined);
    return { limitMs, ...(durationMs === undefined ? {} : { durationMs }) };
  }
}
