import { KeptEvidence } from '@holdfast/adaptive/sandbox';
import type { ClaimedLease, Phase, Recorder, TestRef } from '@holdfast/journal';
import { type FittedDefaults, workerConfig } from '../limits/fit-default-limits.js';
import { hookLimitMs, testLimitMs } from '../translate/limits.js';
import { suiteErrorPlace } from '../translate/suite-error-place.js';
import { thrownValue } from '../translate/thrown-value.js';
import { levelsOf, type RunningSuite, type RunningTest } from './runner-task.js';

interface Attempt {
  readonly ref: TestRef;
  /** How many errors earlier attempts left. */
  readonly before: number;
  /** How many errors there were when the body ended. */
  body: number;
  isOpen: boolean;
}

const errorsOf = (test: RunningTest): readonly unknown[] => test.result?.errors ?? [];

const messageOf = (error: unknown): string => {
  const message = (error as { message?: unknown } | null | undefined)?.message;
  return typeof message === 'string' ? message : '';
};

/** Tells a recorder what happens to the tests of one file. */
export class AttemptLog {
  readonly path: string;
  readonly #recorder: Recorder;
  readonly #attempts = new WeakMap<RunningTest, Attempt>();
  readonly #open = new Set<RunningTest>();
  readonly #kept: KeptEvidence<TestRef>;
  readonly #defaults: FittedDefaults;

  /** @param defaults Vitest's default limits, where they were fitted */
  constructor(path: string, recorder: Recorder, defaults: FittedDefaults = {}) {
    this.path = path;
    this.#recorder = recorder;
    this.#kept = new KeptEvidence((ref, name, data) => recorder.evidence(ref, name, data));
    this.#defaults = defaults;
  }

  started(test: RunningTest): void {
    const earlier = this.#attempts.get(test);
    if (earlier?.isOpen) this.#ended(test, earlier);
    const ref = this.#recorder.testStarted({
      title: [...levelsOf(test.suite), test.name],
      id: test.id,
      attempt: (earlier?.ref.attempt ?? 0) + 1,
      ...(earlier ? { retryOf: earlier.ref } : {}),
    });
    const before = errorsOf(test).length;
    const attempt: Attempt = { ref, before, body: Number.POSITIVE_INFINITY, isOpen: true };
    this.#attempts.set(test, attempt);
    this.#open.add(test);
    test.onFinished ??= [];
    test.onFinished.push(() => this.#ended(test, attempt));
  }

  bodyEnded(test: RunningTest): void {
    const attempt = this.#attempts.get(test);
    if (attempt) attempt.body = errorsOf(test).length;
  }

  #ended(test: RunningTest, attempt: Attempt): void {
    if (!attempt.isOpen) return;
    attempt.isOpen = false;
    this.#open.delete(test);
    const { state, pending } = test.result ?? {};
    const isSkipped = state === 'skip' || pending === true;
    // The state of a repeated test keeps what an earlier repetition left, and Vitest turns the outcome of a test
    // that is expected to fail round when its attempts are over.
    const isFailed = test.fails ? state === 'pass' : errorsOf(test).length > attempt.before;
    const hasFailed = isFailed && !isSkipped;
    if (hasFailed) {
      const phases = this.#tellErrors(test, attempt);
      this.#tellDefaultLimit(test, attempt.ref);
      if (phases.some((phase) => phase !== 'test')) this.#tellHookLimit(attempt.ref);
    }
    this.#kept.ended(attempt.ref, hasFailed);
    this.#recorder.testEnded(attempt.ref, isSkipped ? 'skipped' : isFailed ? 'failed' : 'passed');
  }

  #tellErrors(test: RunningTest, attempt: Attempt): readonly Phase[] {
    const isBeforeEach = test.result?.hooks?.beforeEach === 'run';
    const phases: Phase[] = [];
    errorsOf(test).forEach((error, index) => {
      if (index < attempt.before) return;
      const phase: Phase = index >= attempt.body ? 'afterEach' : isBeforeEach ? 'beforeEach' : 'test';
      const limitMs = phase === 'test' ? testLimitMs(test.timeout) : hookLimitMs(messageOf(error));
      this.#recorder.attemptError(attempt.ref, { phase, error: thrownValue(error), limitMs });
      phases.push(phase);
    });
    return phases;
  }

  suiteEnded(suite: RunningSuite): void {
    const errors = suite.result?.errors ?? [];
    errors.forEach((error, index) => {
      const { kind, phase } = suiteErrorPlace(suite, messageOf(error), index === errors.length - 1);
      if (kind !== 'hook') return;
      const title = levelsOf(suite);
      this.#recorder.fileError({
        phase,
        error: thrownValue(error),
        limitMs: hookLimitMs(messageOf(error)),
        ...(title.length > 0 ? { title } : {}),
      });
      this.#tellHookLimit(undefined);
      this.#kept.fileFailed();
    });
  }

  /** For a test that is known, also after its end. */
  evidenceOf(test: RunningTest, name: string, data: object): void {
    this.#recorder.evidence(this.#attempts.get(test)?.ref, name, data);
  }

  /** For the test that runs; where several run at once nobody knows for which, and it goes to the file. */
  evidence(name: string, data: object): void {
    const [test, ...others] = this.#open;
    const attempt = test && others.length === 0 ? this.#attempts.get(test) : undefined;
    this.#recorder.evidence(attempt?.ref, name, data);
  }

  /** A thing outside this process is about to be made for the test that runs, or for the file where several do. */
  lease(claim: ClaimedLease): () => void {
    const [test, ...others] = this.#open;
    const attempt = test && others.length === 0 ? this.#attempts.get(test) : undefined;
    return this.#recorder.lease(attempt?.ref, claim);
  }

  /** The same for a fact that is written only if the attempt fails, or something in the file where no test runs. */
  evidenceOnFailure(name: string, data: object): void {
    const [test, ...others] = this.#open;
    const attempt = test && this.#attempts.get(test);
    if (attempt === undefined) this.#kept.keepForFile(name, data);
    else if (others.length > 0) this.#kept.keepForSeveral(name, data);
    else this.#kept.keep(attempt.ref, name, data);
  }

  #tellDefaultLimit({ timeout }: RunningTest, ref: TestRef): void {
    const { test } = this.#defaults;
    if (test !== undefined && timeout === test.limitMs) this.#recorder.evidence(ref, 'budget', test.fact);
  }

  #tellHookLimit(ref: TestRef | undefined): void {
    const { hook } = this.#defaults;
    // The test file may have replaced it.
    if (hook === undefined || workerConfig().hookTimeout !== hook.limitMs) return;
    this.#recorder.evidence(ref, 'budget', hook.fact);
  }

  fileEnded(): void {
    this.#recorder.fileEnded();
  }
}
