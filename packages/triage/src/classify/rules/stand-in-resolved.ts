import type { Rule } from '../rule.js';

const STAND_IN = /mock|fake|stub|memory|noop|dummy|test_?double/i;
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
  judge: ({ assertion, text, place }) => {
    const { expected, received } = assertion ?? {};
    if (expected === undefined || received === undefined || !CHOICE.test(`${text} ${place}`))
      return undefined;
    const actual = /\bleft: +([^\n]+)/.exec(text)?.[1] ?? received;
    const wanted = /\bright: +([^\n]+)/.exec(text)?.[1] ?? expected;
    if (STAND_IN.test(actual) === STAND_IN.test(wanted) || actual.length > 120 || wanted.length > 120)
      return undefined;
    return {
      category: 'TEST_DESIGN',
      cause: 'leaked-state',
      weight: 0.8,
      sentence: `${actual.trim()} was in place instead of ${wanted.trim()}: another test switched it globally and did not switch it back.`,
    };
  },
};
