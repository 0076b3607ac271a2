import type { Rule } from '../rule.js';

/**
 * An error that came when its test or file had already ended. That nobody awaited it is seen; whether it would have been
 * right then is not, so the moment supports the verdict only where the test's own code threw.
 */
export const lateError: Rule = {
  id: 'late-error',
  judge: (facts) => {
    if (facts.phase !== 'after-end') return undefined;
    return {
      category: 'TEST_DESIGN',
      cause: 'missing-await',
      weight: facts.failure.kind === 'unhandled' ? 0.62 : 0.55,
      sentence: 'The error came after the test had ended: something that it started was not awaited.',
      runtime: facts.topFrame?.owner === 'test',
    };
  },
};
