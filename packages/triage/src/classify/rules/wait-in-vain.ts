import { judgeLimit } from '../limits/judge-limit.js';
import type { Rule } from '../rule.js';

const LIMITS: readonly string[] = [
  'HOLDFAST_WAIT_TIMED_OUT',
  'HOLDFAST_ATTEMPT_TIMED_OUT',
  'HOLDFAST_RETRY_BUDGET_SPENT',
];

/** The limit of a wait or of an attempt struck inside the test, with what helpers told of it. */
export const waitInVain: Rule = {
  id: 'wait-in-vain',
  keywords: LIMITS,
  judge: (facts) => (LIMITS.some((code) => facts.codes.has(code)) ? judgeLimit(facts) : undefined),
};
