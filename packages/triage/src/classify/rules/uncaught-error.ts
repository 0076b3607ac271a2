import type { Rule } from '../rule.js';

/** What a test misses when the code that should have made it died on the way. */
export const uncaughtError: Rule = {
  id: 'uncaught-error',
  needs: 'evidence',
  advice: [
    'Mend what the product threw; what the test says of itself is the consequence.',
    'Let the product catch what may fail there, and show it.',
  ],
  judge: (facts) => {
    const beside = facts.evidence('error.uncaught');
    if (beside === undefined) return undefined;
    return {
      category: 'BUG',
      cause: 'unhandled-rejection',
      weight: 0.8,
      sentence: `While this test ran the product threw, and nobody caught it: ${beside.error}`,
      runtime: true,
    };
  },
};
