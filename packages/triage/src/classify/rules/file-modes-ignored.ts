import type { Rule } from '../rule.js';

/** Titles of tests that take a right to a file away and look for the error. */
const ABOUT_MODES =
  /\bun(?:readable|writable|writeable)\b|\b(?:not|non)[- ]?(?:readable|writable|writeable)\b|\bread-?only (?:files?|dir|director|folders?|path)|\beacces\b|\beperm\b|\bchmod\b|\bno (?:read|write) (?:permission|access)|\b(?:files?|folders?|director(?:y|ies)) (?:permission|access)/;
const DENIAL = /\bEACCES\b|\bEPERM\b|permission denied/i;

/** A test of a file that must not be read or written found that it can be: the super-user is bound by no file modes. */
export const fileModesIgnored: Rule = {
  id: 'file-modes-ignored',
  keywords: ['throw', 'reject', 'EACCES', 'EPERM', 'permission denied'],
  judge: (facts) => {
    const { assertion } = facts;
    if (assertion === undefined || assertion.negated) return undefined;
    const { kind, expected = '', received = '' } = assertion;
    const nothingThrown = kind === 'throw' && !/\bError\b/.test(received);
    const denialExpected = DENIAL.test(expected) && !DENIAL.test(received);
    if ((!nothingThrown && !denialExpected) || !ABOUT_MODES.test(facts.place)) return undefined;
    return {
      category: 'ENVIRONMENT',
      cause: 'permission',
      weight: 0.8,
      sentence:
        'A file that must not be opened was opened: modes of files do not bind the super-user, as whom containers run.',
    };
  },
  advice: [
    'Skip the test where process.getuid() is 0, or run the suite as another user.',
    'Let a stand-in of the file system refuse the call instead of taking the right away.',
  ],
};
