import type { Rule } from '../rule.js';

/** Words whose truth moves with the clock. */
const MOVING =
  /\b(?:today|yesterday|tomorrow|tonight|just now|overdue|expired|last (?:week|month|year)|next (?:week|month|year)|(?:\d+|a|an|one) (?:second|minute|hour|day|week|month|year)s? ago|in (?:\d+|a|an|one) (?:second|minute|hour|day|week|month|year)s?)\b/i;

/** Expected and received differ, and one of them names a moment relative to now. */
export const relativeDay: Rule = {
  id: 'relative-day',
  keywords: [
    'today',
    'yesterday',
    'tomorrow',
    'tonight',
    'overdue',
    'expired',
    ' ago',
    'last week',
    'last month',
    'next week',
    'next month',
    'in 1 ',
    'in a',
  ],
  judge: (facts) => {
    const { assertion } = facts;
    const [expected, received] = [assertion?.expected, assertion?.received];
    if (expected === undefined || received === undefined) return undefined;
    const moving = MOVING.exec(received) ?? MOVING.exec(expected);
    if (moving === null) return undefined;
    // A test about expiry as such may have found that the product does not honour it.
    if (/\b(?:token|session|jwt|auth|expir)/.test(facts.place)) return undefined;
    return {
      category: 'TEST_DESIGN',
      cause: 'time-dependence',
      weight: 0.8,
      sentence: `One side says “${moving[0]}”, which is true on some days only: the test follows the clock.`,
    };
  },
};
