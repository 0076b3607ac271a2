import type { Rule } from '../rule.js';

const STAND_IN = /mock|fake|stub|memory|noop|dummy|test_?double/i;
const LONGEST_NAME = 120;
const CHOICE = /adapter|driver|backend|provider|dialect|strategy|engine|transport|implementation|client/i;

/** Another implementation was chosen than the expected one, and one of the two is a stand-in for tests. */
export const standInResolved: Rule = {
  id: 'stand-in-resolved',
  keywords: [
    'adapter',
    'driver',
    'backend',
    'provider',
    'dialect',
    'strategy',
    'engine',
    'transport',
    'implementation',
    'client',
  ],
  judge: (facts) => {
    const { expected, received } = facts.assertion ?? {};
    if (expected === undefined || received === undefined) return undefined;
    if (STAND_IN.test(received) === STAND_IN.test(expected)) return undefined;
    if (!CHOICE.test(facts.text) && !CHOICE.test(facts.place)) return undefined;
    if (received.length > LONGEST_NAME || expected.length > LONGEST_NAME) return undefined;
    return {
      category: 'TEST_DESIGN',
      cause: 'leaked-state',
      weight: 0.8,
      sentence: `${received} was in place instead of ${expected}: another test switched it globally and did not switch it back.`,
    };
  },
};
