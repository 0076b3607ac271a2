import { unquote } from '../assertion/unquote.js';
import type { Rule } from '../rule.js';

/** Milliseconds since 1970 of this age, within an id. */
const EPOCH_MS = /(?<!\d)1[5-9]\d{11}(?!\d)/;
const MOMENT = /^(?:1[5-9]\d{11}|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z?)$/;

/** Two readings of the clock that were to differ are one: both were taken within the clock's resolution. */
export const sameMoment: Rule = {
  id: 'same-moment',
  keywords: [' not to be', ' to not ', '.not.to'],
  judge: ({ assertion }) => {
    if (assertion?.negated !== true || assertion.expected === undefined) return undefined;
    const value = unquote(assertion.expected.replace(/^not /, ''));
    if (assertion.received !== undefined && unquote(assertion.received) !== value) return undefined;
    if (MOMENT.test(value)) {
      return {
        category: 'TEST_DESIGN',
        cause: 'time-dependence',
        weight: 0.8,
        sentence: `Two moments were to differ, and both are ${value}: the clock did not move on between them.`,
      };
    }
    if (!EPOCH_MS.test(value)) return undefined;
    return {
      category: 'BUG',
      cause: 'other-bug',
      // They differ when the test is run again or alone, so that reruns speak against it in vain.
      weight: 0.85,
      sentence: `Two ids were to differ, and both are ${value}: they are made of the time, and two were made in one millisecond.`,
    };
  },
};
