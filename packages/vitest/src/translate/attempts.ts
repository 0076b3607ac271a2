import type { VitestResult, VitestTest } from './vitest-task.js';

/** How often a test was executed. */
export const attemptCount = (result: VitestResult): number =>
  result.attempts?.length || 1 + (result.retryCount ?? 0) + (result.repeatCount ?? 0);

/**
 * Whether a test passed only on retry. A test that is expected to fail is retried by Vitest 3 and 4 while it
 * does what it should.
 */
export const passedOnRetry = ({ result, fails }: VitestTest): boolean => {
  if (result?.state !== 'pass') return false;
  if (result.attempts) return result.attempts.some(({ state }) => state === 'fail');
  return !fails && (result.retryCount ?? 0) > 0;
};
