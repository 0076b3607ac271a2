import type { Rule } from '../rule.js';

/**
 * Steps of a test's teardown failed: not what the test checks, but whether it could clear up. Whose fault that is only the
 * steps' own errors can say, and other rules read those: this one is too weak to decide alone.
 */
export const teardownFailed: Rule = {
  id: 'teardown-failed',
  keywords: ['HOLDFAST_TEARDOWN_FAILED'],
  judge: ({ error }) => {
    if (error?.code !== 'HOLDFAST_TEARDOWN_FAILED') return undefined;
    return {
      category: 'TEST_DESIGN',
      cause: 'other-test-design',
      weight: 0.3,
      sentence: 'The body of the test was through; what failed is its teardown.',
    };
  },
};
