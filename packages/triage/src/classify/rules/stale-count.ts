import { asNumber } from '../assertion/unquote.js';
import type { Rule } from '../rule.js';

const SMALLEST_ENUMERATION = 3;
const COUNTING =
  /length|count|size|\btotal\b|number of|have_length|toHaveLength|locator resolved to \d+ element/i;

/** One or two more than the expected count of an enumeration: something was added since it was written. */
export const staleCount: Rule = {
  id: 'stale-count',
  keywords: [
    'length',
    'count',
    'size',
    'total',
    'number of',
    'locator resolved to',
    ', expected ',
    ', but expected ',
  ],
  judge: ({ assertion, text, observed }) => {
    if (assertion === undefined || assertion.kind === 'order' || assertion.kind === 'calls') return undefined;
    if (observed.passesOnRerun === true || observed.failsOnlyInFullRun === true) return undefined;
    if (assertion.kind !== 'length' && !COUNTING.test(text)) return undefined;
    const expected = asNumber(assertion.expected);
    const received = asNumber(assertion.received) ?? asNumber(/Received length: +(\d+)/.exec(text)?.[1]);
    if (expected === undefined || received === undefined || expected < SMALLEST_ENUMERATION) return undefined;
    if (received <= expected || received > expected + 2) return undefined;
    return {
      category: 'TEST_DESIGN',
      cause: 'stale-expectation',
      weight: 0.7,
      sentence: `There are ${received} where ${expected} are expected: most likely something was added on purpose and the count was not.`,
    };
  },
};
