import type { Rule } from '../rule.js';

const WANTS_FUTURE =
  /must be (?:a |in the )?(?:valid )?future|should be in the future|(?:date|time|deadline|expir\w*)\b[^\n]{0,40}\b(?:is|lies|was) in the past/i;

/** The product refuses a date of the test because it has gone by, and the test expects it to be accepted. */
export const dateGoneBy: Rule = {
  id: 'date-gone-by',
  keywords: ['future', 'in the past'],
  judge: ({ text, assertion }) => {
    if (!WANTS_FUTURE.test(text)) return undefined;
    const expectsRefusal = assertion?.kind === 'throw' && !assertion.negated;
    if (expectsRefusal || WANTS_FUTURE.test(assertion?.expected ?? '')) return undefined;
    return {
      category: 'TEST_DESIGN',
      cause: 'time-dependence',
      weight: 0.76,
      sentence: 'A date that was to come when the test was written has gone by.',
    };
  },
};
