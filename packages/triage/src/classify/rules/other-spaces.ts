import { hasOtherSpace, sameButForSpaces } from '../assertion/same-but-for.js';
import type { Rule } from '../rule.js';

/** The two sides of an assertion differ in kinds of spaces alone: other locale data. */
export const otherSpaces: Rule = {
  id: 'other-spaces',
  keywords: ['expected', 'received', 'actual'],
  judge: ({ assertion, text }) => {
    if (!hasOtherSpace(text)) return undefined;
    if (assertion?.expected === undefined || assertion.received === undefined) return undefined;
    if (!sameButForSpaces(assertion.expected, assertion.received)) return undefined;
    return {
      category: 'ENVIRONMENT',
      cause: 'platform-difference',
      weight: 0.88,
      sentence:
        'Expected and received differ in kinds of spaces alone: another version of the locale data printed them.',
    };
  },
};
