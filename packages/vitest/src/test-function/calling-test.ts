import { AsyncLocalStorage } from 'node:async_hooks';
import { CALLER_FOLLOWER, type CallerFollower } from './attempt-entered.js';
import { asCurrentTest, type Task } from './current-test.js';
import { markLateErrors } from './mark-late-errors.js';

/** The test whose code calls, with its own way to end as skipped. */
export interface CallingTest {
  readonly task: Task;
  readonly skip?: ((note?: string) => never) | undefined;
  /** True once it is over: what runs later is left over from it. */
  hasEnded: boolean;
}

interface Follower extends CallerFollower {
  readonly storage: AsyncLocalStorage<CallingTest | undefined>;
}

const holder = globalThis as { [CALLER_FOLLOWER]?: Follower };

const attemptEntered = (task: Task): void => {
  const test: CallingTest = { task, skip: task.context?.skip, hasEnded: false };
  runInTest(test);
  task.onFinished ??= [];
  task.onFinished.push(() => {
    test.hasEnded = true;
  });
};

/** From now on it is known in this worker whose code runs. A worker that never asks for it does not pay for it. */
export const followCallers = (): void => {
  if (holder[CALLER_FOLLOWER] !== undefined) return;
  const storage = new AsyncLocalStorage<CallingTest | undefined>();
  holder[CALLER_FOLLOWER] = { storage, attemptEntered };
  // Node follows no promise before something is entered, and what the first test enters would be everybody's.
  storage.enterWith(undefined);
};

/** From here on the code that runs is the test's, and what nobody catches of it is charged to the test. */
export const runInTest = (test: CallingTest): void => {
  followCallers();
  const storage = holder[CALLER_FOLLOWER]?.storage;
  storage?.enterWith(test);
  markLateErrors(() => {
    const starter = storage?.getStore();
    if (starter === undefined) return undefined;
    const { path, title } = asCurrentTest(starter.task);
    return { path, title, hasEnded: starter.hasEnded };
  });
};

/** The test whose code calls, also while several run at once; undefined where none does. */
export const callingTest = (): CallingTest | undefined => {
  const test = holder[CALLER_FOLLOWER]?.storage.getStore();
  return test?.hasEnded === false ? test : undefined;
};
