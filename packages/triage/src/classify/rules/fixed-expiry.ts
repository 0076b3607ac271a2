import type { Rule } from '../rule.js';

/** Something that the test made has run out: a fixed date in a fixture has passed. */
export const fixedExpiry: Rule = {
  id: 'fixed-expiry',
  keywords: ['expire', 'in the future', 'in the past', 'TokenExpiredError', 'not yet valid'],
  judge: ({ text, assertion }) => {
    if (assertion !== undefined) return undefined;
    const match =
      /must be in the (?:future|past)|\b(?:has|have|had|is|already) expired\b|\b(?:jwt|token|session|licen[cs]e|link|grant|code) expired\b|\bexpired (?:on|at|since) \d{4}-\d\d|TokenExpiredError|not yet valid/i.exec(
        text,
      );
    if (match === null || /certificate|password|CERT_/i.test(text)) return undefined;
    return {
      category: 'TEST_DESIGN',
      cause: 'time-dependence',
      // The day itself in the message leaves little doubt: the product did what it should.
      weight: /^expired/.test(match[0]) ? 0.8 : 0.66,
      sentence: 'What the test made has run out: a fixed date in it lies on the wrong side of today.',
    };
  },
};
