import { type ResolvedTestRetry, resolveTestRetry, type TestRetry } from '@holdfast/adaptive/sandbox';

/** A test as Vitest's runner holds it, as far as it is read here. */
export interface RetriedTask {
  readonly type: string;
  readonly concurrent?: boolean | undefined;
  readonly retry?: unknown;
  readonly result?: { readonly state?: string; readonly errors?: readonly unknown[] | undefined } | undefined;
}

/** The task that the worker is at. Where tests run concurrently it may be another one's. */
const taskOfWorker = (): RetriedTask | undefined =>
  (globalThis as { __vitest_worker__?: { current?: RetriedTask } }).__vitest_worker__?.current;

/**
 * Stands where Vitest expects how often to retry, and answers anew before each attempt. Everything is on the
 * prototype: Vitest sends the option to its main process, which takes plain data only, and strips a condition
 * that is a function before it could ask it.
 */
class NativeRetry {
  readonly #retry: ResolvedTestRetry;
  readonly #judged = new WeakMap<RetriedTask, number>();
  #task: RetriedTask | undefined;

  constructor(retry: ResolvedTestRetry) {
    this.#retry = retry;
  }

  /** Vitest 4.1 and later read an object's members. */
  get count(): this {
    return this;
  }

  get delay(): number {
    return this.#retry.delayMs;
  }

  /** The test whose body runs is one of these. */
  belongsTo(task: RetriedTask): void {
    this.#task = task;
  }

  /** How many retries there may be: Vitest compares it before and after each attempt. */
  valueOf(): number {
    const task = this.#current();
    if (task === undefined) return 0;
    const most = this.#retry.attempts - 1;
    if (task.result?.state !== 'fail') return most;
    const errors = task.result.errors ?? [];
    const judged = this.#judged.get(task) ?? 0;
    if (errors.length === judged) return most;
    if (!this.#retry.isWorthTrying(errors.slice(judged))) return 0;
    this.#judged.set(task, errors.length);
    return most;
  }

  #current(): RetriedTask | undefined {
    const current = taskOfWorker();
    if (current?.retry === this && !current.concurrent) return current;
    // Which of several concurrent tests is asked for is known by its body, and only where the option is its own.
    return this.#task?.retry === this ? this.#task : undefined;
  }
}

/** Options and body for Vitest's own `test`. */
export interface RetriedTest<Body> {
  /** For the member `retry` of Vitest's options of a test. */
  readonly retry: number;
  readonly body: Body;
}

/**
 * Has a test tried again by the rules of `retry()`: only where every error of the attempt can be passing trouble, or
 * `retryIf` says so of it. For the `test` function with an option `retry`:
 * `const retried = retriedTest(options.retry, body); test(name, { ...options, retry: retried.retry }, retried.body)`.
 *
 * It is Vitest's own retry, with hooks and fixtures in every attempt. Vitest before 4.1 makes no pause between attempts.
 * A concurrent test needs an option of its own (one call a test), and is not retried where it failed before its body.
 * @param body a function with Vitest's context as its first argument; its other arguments and parameters stay as they are
 * @throws TypeError for an option that is not accepted
 */
export const retriedTest = <Body extends (...values: never[]) => unknown>(
  retry: TestRetry,
  body: Body,
): RetriedTest<Body> => {
  const resolved = resolveTestRetry(retry);
  if (resolved.attempts === 1) return { retry: 0, body };
  const native = new NativeRetry(resolved);
  const bound = function (this: unknown, ...values: never[]): unknown {
    const task = values.map((value) => (value as { task?: RetriedTask } | undefined)?.task).find(Boolean);
    if (task?.type === 'test') native.belongsTo(task);
    return body.apply(this, values);
  };
  // Vitest reads the names of fixtures off the source of a body.
  bound.toString = () => body.toString();
  Object.defineProperty(bound, 'length', { value: body.length });
  return { retry: native as unknown as number, body: bound as unknown as Body };
};
