import { asNumber } from '../assertion/unquote.js';
import type { Rule } from '../rule.js';

/** Two fractions that are the same but for the last digits are compared exactly. */
export const rounding: Rule = {
  id: 'rounding',
  keywords: ['expected', 'received', 'actual', '==='],
  judge: ({ assertion }) => {
    if (assertion?.kind !== 'equal') return undefined;
    const expected = asNumber(assertion.expected);
    const received = asNumber(assertion.received);
    if (expected === undefined || received === undefined || expected === 0) return undefined;
    if (Number.isInteger(expected) && Number.isInteger(received)) return undefined;
    if (Math.abs(expected - received) / Math.abs(expected) > 1e-6) return undefined;
    return {
      category: 'TEST_DESIGN',
      cause: 'unrealistic-expectation',
      weight: 0.8,
      sentence: `${received} and ${expected} differ by rounding alone, and are compared exactly.`,
    };
  },
};
