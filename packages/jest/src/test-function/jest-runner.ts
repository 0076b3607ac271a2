import type { RunnerPort } from '@holdfast/fixtures/adapter';
import { evidence } from '@holdfast/journal/sandbox';
import { jestGlobals } from './jest-globals.js';
import { asCurrentTest, runningTest, testPath } from './running-test.js';
import { skipTest } from './skip-test.js';

/** What fixtures ask of Jest. */
export const jestRunner: RunnerPort = {
  get path() {
    return testPath();
  },
  currentTest: () => {
    const test = runningTest();
    return test && asCurrentTest(test);
  },
  skip: (reason) => {
    const test = runningTest();
    if (test === undefined) throw new Error(`Nothing can be skipped where no test runs: ${reason}`);
    return skipTest(test, reason);
  },
  record: (name, data) => evidence(name, data as Parameters<typeof evidence>[1]),
  hasFailed: () => (runningTest()?.errors.length ?? 0) > 0,
  fakeTimers: ({ now }) => {
    const { jest } = jestGlobals();
    const wereFake = 'clock' in setTimeout;
    jest.useFakeTimers(now === undefined ? {} : { now });
    return {
      advance: (ms) => jest.advanceTimersByTimeAsync(ms),
      runAll: () => jest.runAllTimersAsync(),
      restore: () => void (wereFake ? jest.useFakeTimers() : jest.useRealTimers()),
    };
  },
};
