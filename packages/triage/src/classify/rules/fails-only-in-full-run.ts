import type { Rule } from '../rule.js';

const TIMED_OUT = /timed out|timeout/i;
const LACKS_MEMBER =
  /Cannot (?:read|destructure) propert[^\n]*undefined|undefined is not an object|is not a (?:function|constructor)/;

/**
 * The test passes when it is run alone. That shows shared state, not whose: a product that keeps state between calls looks
 * the same, so this alone never makes the verdict more than suspected.
 */
export const failsOnlyInFullRun: Rule = {
  id: 'fails-only-in-full-run',
  needs: 'observed',
  judge: (facts) => {
    if (facts.observed.failsOnlyInFullRun !== true || TIMED_OUT.test(facts.text)) return undefined;
    return {
      category: 'TEST_DESIGN',
      cause: 'leaked-state',
      // An error of its own tells of more than what was compared, but for members that a module lacks in company alone.
      weight: facts.assertion !== undefined ? 0.72 : LACKS_MEMBER.test(facts.text) ? 0.66 : 0.56,
      sentence: 'It passes when it is run alone: other tests of the run change its outcome.',
    };
  },
};
