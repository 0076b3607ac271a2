import { circusState } from './running-test.js';

interface Defined {
  readonly asyncError?: object;
}

/**
 * Runs what defines tests, and has them know the line that called this package as their place, not one inside it:
 * Jest shows it for time-outs, and reports it as the test's location.
 * @param caller the function that the test file called
 */
export const placeAtCaller = (caller: (...values: never[]) => unknown, define: () => void): void => {
  const { currentDescribeBlock: block } = circusState() as { currentDescribeBlock?: { children: Defined[] } };
  const before = block?.children.length ?? 0;
  define();
  for (const { asyncError } of block?.children.slice(before) ?? []) {
    if (asyncError !== undefined) Error.captureStackTrace(asyncError, caller);
  }
};
