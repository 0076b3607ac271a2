import type { CircusTest } from '../circus/circus-state.js';
import { circusState } from './running-test.js';

/**
 * Runs what defines tests, and has them know the line that called this package as their place, not one inside it:
 * Jest shows it for time-outs, and reports it as the test's location.
 * @param caller the function that the test file called
 * @returns the tests
 */
export const placeAtCaller = (caller: (...values: never[]) => unknown, define: () => void): CircusTest[] => {
  const { currentDescribeBlock: block } = circusState() as {
    currentDescribeBlock?: { children: CircusTest[] };
  };
  const before = block?.children.length ?? 0;
  define();
  const defined = block?.children.slice(before) ?? [];
  for (const { asyncError } of defined) {
    if (asyncError !== undefined) Error.captureStackTrace(asyncError as object, caller);
  }
  return defined;
};
