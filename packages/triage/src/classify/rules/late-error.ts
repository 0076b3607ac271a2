import type { Rule } from '../rule.js';

/** An error that came when its test or file had already ended. */
export const lateError: Rule = {
  id: 'late-error',
  judge: ({ phase, failure }) => {
    if (phase !== 'after-end') return undefined;
    return {
      category: 'TEST_DESIGN',
      cause: 'missing-await',
      weight: failure.kind === 'unhandled' ? 0.62 : 0.55,
      sentence: 'The error came after the test had ended: something that it started was not awaited.',
      runtime: true,
    };
  },
};
