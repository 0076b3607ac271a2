import type { CurrentTest } from '@holdfast/fixtures/adapter';
import {
  type CircusState,
  type CircusTest,
  findCircusState,
  rootBlockOf,
  titleOf,
} from '../circus/circus-state.js';
import { currentTest } from '../evidence/evidence-for.js';
import { matchersState } from '../evidence/matchers-state.js';

/** @throws Error under another test runner than jest-circus */
export const circusState = (): CircusState => {
  const state = findCircusState(globalThis);
  if (state === undefined) {
    throw new Error(
      '`test` of @holdfast/jest needs jest-circus, which is what Jest runs tests with by default.',
    );
  }
  return state;
};

/** The test whose code calls. */
export const runningTest = (): CircusTest | undefined => {
  const state = findCircusState(globalThis);
  return state && currentTest(globalThis, state, rootBlockOf(state));
};

/** Whether Jest itself knows whose code runs, as 30 does, and charges errors that come late to that test. */
export const isChargedByJest = (): boolean => matchersState(globalThis)?.currentTestIdentity !== undefined;

export const testPath = (): string => {
  const path = matchersState(globalThis)?.testPath;
  return typeof path === 'string' ? path : '';
};

export const asCurrentTest = (test: CircusTest): CurrentTest => ({
  title: titleOf(test),
  path: testPath(),
  attempt: Math.max(1, test.invocations),
});
