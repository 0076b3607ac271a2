import type { Rule } from '../rule.js';

/** A test of parallelism found that operations ran one after another. */
export const serialised: Rule = {
  id: 'serialised',
  keywords: ['serialized', 'serialised', 'one after another', 'sequential', 'parallelism', 'concurrently'],
  judge: ({ text }) => {
    const match =
      /(?:appear|seem|ran|run|were|was|executed|be(?:en)?)\b[^\n]{0,30}(?:serialized|serialised|sequential(?:ly)?|one after another)|parallelism ratio|not run (?:concurrently|in parallel)/i.exec(
        text,
      );
    if (match === null) return undefined;
    return {
      category: 'TEST_DESIGN',
      cause: 'unrealistic-expectation',
      weight: 0.74,
      sentence:
        'Operations ran one after another: too few workers for the overlap that the test demands, or a mock that is none.',
    };
  },
};
