import type { Rule } from '../rule.js';

/** The test demands that things get in each other's way, and on this machine they did not. */
export const contentionExpected: Rule = {
  id: 'contention-expected',
  keywords: [
    'contention',
    'should see',
    'should experience',
    'should have some',
    'should observe',
    'at least',
    'greater than',
    'toBeGreaterThan',
    '>=',
  ],
  judge: ({ text, place }) => {
    const demanded =
      /(?:should|expected to|must) (?:see|experience|have|observe|hit|cause|trigger|produce)[^\n]{0,40}(?:contention|conflict|collision|overlap|rejection|race|throttl|retr(?:y|ies)|pressure|eviction|timeouts?)/i;
    if (!demanded.test(text) && !demanded.test(place)) return undefined;
    return {
      category: 'TEST_DESIGN',
      cause: 'unrealistic-expectation',
      weight: 0.84,
      sentence: 'The test demands contention, and this machine was fast enough that there was none.',
    };
  },
};
