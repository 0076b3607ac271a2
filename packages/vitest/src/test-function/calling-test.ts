import { AsyncLocalStorage } from 'node:async_hooks';
import { asCurrentTest, type Task } from './current-test.js';
import { markLateErrors } from './mark-late-errors.js';

/** The test whose code calls, with its own way to end as skipped. */
export interface CallingTest {
  readonly task: Task;
  readonly skip?: ((note?: string) => never) | undefined;
  /** True once it is over: what runs later is left over from it. */
  hasEnded: boolean;
}

const STORAGE = Symbol.for('holdfast.vitest.calling-test');
const holder = globalThis as { [STORAGE]?: AsyncLocalStorage<CallingTest | undefined> };

/** From now on it is known in this worker whose code runs. A worker that never asks for it does not pay for it. */
export const followCallers = (): void => {
  if (holder[STORAGE] !== undefined) return;
  holder[STORAGE] = new AsyncLocalStorage();
  // Node follows no promise before something is entered, and what the first test enters would be everybody's.
  holder[STORAGE].enterWith(undefined);
};

/** From here on the code that runs is the test's, and what nobody catches of it is charged to the test. */
export const runInTest = (test: CallingTest): void => {
  followCallers();
  holder[STORAGE]?.enterWith(test);
  markLateErrors(() => {
    const starter = holder[STORAGE]?.getStore();
    if (starter === undefined) return undefined;
    const { path, title } = asCurrentTest(starter.task);
    return { path, title, hasEnded: starter.hasEnded };
  });
};

/**
 * An attempt begins, whatever it asks for. Without this the code of a test that uses no fixture would run as that of one
 * before it: what a test enters is left by the next one only.
 */
export const attemptEntered = (task: Task): void => {
  if (holder[STORAGE] === undefined) return;
  const test: CallingTest = { task, skip: task.context?.skip, hasEnded: false };
  runInTest(test);
  task.onFinished ??= [];
  task.onFinished.push(() => {
    test.hasEnded = true;
  });
};

/** The test whose code calls, also while several run at once; undefined where none does. */
export const callingTest = (): CallingTest | undefined => {
  const test = holder[STORAGE]?.getStore();
  return test?.hasEnded === false ? test : undefined;
};
