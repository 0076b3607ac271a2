import { AsyncLocalStorage } from 'node:async_hooks';
import { asCurrentTest, type Task } from './attempt-scope.js';
import { markLateErrors } from './mark-late-errors.js';

/** The test whose code calls, with its own way to end as skipped. */
export interface CallingTest {
  readonly task: Task;
  readonly skip: (note?: string) => never;
  /** True once its scope has closed: what runs later is left over from it. */
  hasEnded: boolean;
}

const STORAGE = Symbol.for('holdfast.vitest.calling-test');
const holder = globalThis as { [STORAGE]?: AsyncLocalStorage<CallingTest> };

const storage = (): AsyncLocalStorage<CallingTest> => {
  holder[STORAGE] ??= new AsyncLocalStorage();
  return holder[STORAGE];
};

/** From here on the code that runs is the test's, and what nobody catches of it is charged to the test. */
export const runInTest = (test: CallingTest): void => {
  storage().enterWith(test);
  markLateErrors(() => {
    const starter = holder[STORAGE]?.getStore();
    if (starter === undefined) return undefined;
    const { path, title } = asCurrentTest(starter.task);
    return { path, title, hasEnded: starter.hasEnded };
  });
};

/** The test whose code calls, also while several run at once; undefined where it uses no fixture. */
export const callingTest = (): CallingTest | undefined => {
  const test = holder[STORAGE]?.getStore();
  return test?.hasEnded === false ? test : undefined;
};
