import { unquote } from '../assertion/unquote.js';
import type { Rule } from '../rule.js';

const GROUPED = /\d[.,'\u2019\s\u00A0\u202F]\d/;

/** A value without its quotes; of a pattern that stands for one text, that text. */
const bare = (value: string): string => {
  const pattern = /^\/\^?(.*?)\$?\/$/.exec(value)?.[1];
  return pattern === undefined ? unquote(value) : pattern.replace(/\\s/g, ' ').replace(/\\(?=\W)/g, '');
};

/** The two sides are one number or price as two locales write it. */
export const localeFormat: Rule = {
  id: 'locale-format',
  keywords: ['expected', 'received', 'actual'],
  judge: ({ assertion }) => {
    const [expected, received] = [assertion?.expected, assertion?.received];
    if (expected === undefined || received === undefined || expected === received) return undefined;
    if (!GROUPED.test(bare(expected)) && !GROUPED.test(bare(received))) return undefined;
    const digits = (text: string) => bare(text).replace(/[.,'\u2019\s\u00A0\u202F]/g, '');
    if (digits(expected) !== digits(received)) return undefined;
    return {
      category: 'ENVIRONMENT',
      cause: 'platform-difference',
      weight: 0.78,
      sentence: 'Expected and received are one number as two locales write it.',
    };
  },
};
