import { unquote } from '../assertion/unquote.js';
import type { Rule } from '../rule.js';

const GROUPED = /\d[.,'\u2019\s\u00A0\u202F]\d/;

/** The two sides are one number or price as two locales write it. */
export const localeFormat: Rule = {
  id: 'locale-format',
  keywords: ['expected', 'received', 'actual'],
  judge: ({ assertion }) => {
    const [expected, received] = [assertion?.expected, assertion?.received];
    if (expected === undefined || received === undefined || expected === received) return undefined;
    if (!GROUPED.test(expected) && !GROUPED.test(received)) return undefined;
    const digits = (text: string) => unquote(text).replace(/[.,'\u2019\s\u00A0\u202F]/g, '');
    if (digits(expected) !== digits(received)) return undefined;
    return {
      category: 'ENVIRONMENT',
      cause: 'platform-difference',
      weight: 0.78,
      sentence: 'Expected and received are one number as two locales write it.',
    };
  },
};
