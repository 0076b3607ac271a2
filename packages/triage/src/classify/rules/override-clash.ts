import type { Rule } from '../rule.js';

/** Two tests that run at the same time changed one thing of the process; the second was refused. */
export const overrideClash: Rule = {
  id: 'override-clash',
  keywords: ['HOLDFAST_OVERRIDE_CLASH'],
  judge: ({ chain }) => {
    if (!chain.some(({ code }) => code === 'HOLDFAST_OVERRIDE_CLASH')) return undefined;
    return {
      category: 'TEST_DESIGN',
      cause: 'other-test-design',
      weight: 0.95,
      sentence: 'Two tests that run at the same time override one thing that they share.',
    };
  },
};
