import type { Rule } from '../rule.js';

/**
 * An assertion holds on CI and, with the same code, not on a developer's machine: the test reads something of the machine (variables of the
 * shell, files of the user, its time zone or language) that it does not set itself.
 */
export const failsOffCi: Rule = {
  id: 'fails-off-ci',
  keywords: ['expect', 'assert', 'received', 'actual', '==', 'mismatched'],
  judge: ({ observed, assertion }) => {
    if (observed.failsOnlyOnCI !== false || assertion === undefined || assertion.kind === 'order')
      return undefined;
    return {
      category: 'TEST_DESIGN',
      cause: 'other-test-design',
      weight: 0.62,
      sentence:
        'It passes on CI and not here: the test depends on something of this machine that it does not set.',
    };
  },
};
