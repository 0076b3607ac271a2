import type { RunnerPort } from '@holdfast/fixtures/adapter';
import { evidence } from '@holdfast/journal/sandbox';
import { expect, vi } from 'vitest';
import { callingTest } from './calling-test.js';
import { asCurrentTest, type Task } from './current-test.js';

/** The task that the worker is at; where tests run at once it may be another one's. */
const taskOfWorker = (): Task | undefined => {
  const { current } = (globalThis as { __vitest_worker__?: { current?: Task } }).__vitest_worker__ ?? {};
  return current === undefined || (current as { concurrent?: boolean }).concurrent ? undefined : current;
};

const currentTask = (): Task | undefined => callingTest()?.task ?? taskOfWorker();

/** What fixtures ask of Vitest. */
export const vitestRunner: RunnerPort = {
  get path() {
    return expect.getState().testPath ?? '';
  },
  currentTest: () => {
    const task = currentTask();
    return task && asCurrentTest(task);
  },
  skip: (reason) => {
    const skip = callingTest()?.skip ?? currentTask()?.context?.skip;
    if (skip === undefined) throw new Error(`Nothing can be skipped where no test runs: ${reason}`);
    return skip(reason);
  },
  record: (name, data) => evidence(name, data as Parameters<typeof evidence>[1]),
  hasFailed: () => currentTask()?.result?.state === 'fail',
  fakeTimers: ({ now }) => {
    const wereFake = vi.isFakeTimers();
    vi.useFakeTimers(now === undefined ? {} : { now });
    return {
      advance: async (ms) => void (await vi.advanceTimersByTimeAsync(ms)),
      runAll: async () => void (await vi.runAllTimersAsync()),
      restore: () => void (wereFake ? vi.useFakeTimers() : vi.useRealTimers()),
    };
  },
};
