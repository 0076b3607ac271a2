import { asNumber } from '../assertion/unquote.js';
import type { Facts } from '../facts.js';
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
  judge: (facts) => {
    const { observed } = facts;
    if (observed.passesOnRerun === true || observed.failsOnlyInFullRun === true) return undefined;
    const counts = countsOf(facts);
    if (counts === undefined) return undefined;
    const { expected, received } = counts;
    if (expected < SMALLEST_ENUMERATION || received <= expected || received > expected + 2) return undefined;
    return {
      category: 'TEST_DESIGN',
      cause: 'stale-expectation',
      weight: 0.7,
      sentence: `There are ${received} where ${expected} are expected: most likely something was added on purpose and the count was not.`,
    };
  },
};

interface Counts {
  readonly expected: number;
  readonly received: number;
}

const countsOf = (facts: Facts): Counts | undefined => {
  const { assertion, text } = facts;
  if (assertion === undefined) return wordedCounts(facts);
  if (assertion.kind === 'order' || assertion.kind === 'calls') return undefined;
  if (assertion.kind !== 'length' && !COUNTING.test(text)) return undefined;
  const expected = asNumber(assertion.expected);
  const received = asNumber(assertion.received) ?? asNumber(/Received length: +(\d+)/.exec(text)?.[1]);
  return expected === undefined || received === undefined ? undefined : { expected, received };
};

/** `found 14 commands, expected 13`: what was counted goes before what was expected. */
const WORDED =
  /\b(?:found|counted|resolved|has|have|had|saw|are|were|got) (\d+) [a-z][^\n,.:]{0,60}, (?:but )?expected (\d+)\b/i;

/** What a test says of a count in words of its own; a product that says so means its input. */
const wordedCounts = (facts: Facts): Counts | undefined => {
  const match = WORDED.exec(facts.text);
  if (match === null || facts.topFrame?.owner === 'product') return undefined;
  return { expected: Number(match[2]), received: Number(match[1]) };
};
