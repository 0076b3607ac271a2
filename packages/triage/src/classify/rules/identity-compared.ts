import type { Rule } from '../rule.js';

const EQUAL_BUT_NOT_ONE =
  /serializes to the same string|If it should pass with deep equality, replace "to(?:Be|Equal)"|not reference-equal|Compared values have no visual difference/;
/** Titles of tests that are about identity: there a second object may well be the product's fault. */
const SUBJECT_IS_IDENTITY =
  /\bsame\b|memo|cache|identi|referen|singleton|stable|reuse|once|clone|copy|copies|immutab|mutat|frozen|freez/;

/** Two values that look alike in everything are compared as if they had to be one. */
export const identityCompared: Rule = {
  id: 'identity-compared',
  keywords: [
    'serializes to the same string',
    'If it should pass with deep equality',
    'reference-equal',
    'no visual difference',
  ],
  judge: (facts) => {
    if (!EQUAL_BUT_NOT_ONE.test(facts.text)) return undefined;
    if (facts.assertion?.negated === true || SUBJECT_IS_IDENTITY.test(facts.place)) return undefined;
    return {
      category: 'TEST_DESIGN',
      cause: 'other-test-design',
      weight: 0.76,
      sentence:
        'The two values look the same, and are compared as if they had to be one and the same object.',
    };
  },
};
