import { sameButForLineEnds } from '../assertion/same-but-for.js';
import type { Rule } from '../rule.js';

/** The two sides of an assertion differ in line ends alone. */
export const lineEnds: Rule = {
  id: 'line-ends',
  keywords: ['\\r', '\r', 'CRLF'],
  judge: ({ assertion }) => {
    if (assertion?.expected === undefined || assertion.received === undefined) return undefined;
    if (!sameButForLineEnds(assertion.expected, assertion.received)) return undefined;
    return {
      category: 'ENVIRONMENT',
      cause: 'platform-difference',
      weight: 0.92,
      sentence: 'Expected and received differ in line ends alone (CRLF against LF).',
    };
  },
};
