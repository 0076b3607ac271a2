import { isRendered } from '../rendered.js';
import type { Rule } from '../rule.js';

const READS_UNDEFINED =
  /Cannot (?:read|destructure) propert[^\n]*undefined|is not iterable|is not a function/;

/** Whether a member of what is undefined was read, or one called that is not there. */
export const isReadOfNothing = (text: string): boolean => READS_UNDEFINED.test(text);

/** A rendered component reads a member that is undefined: in component tests mostly a mock that lacks it. */
export const typeErrorBesideMocks: Rule = {
  id: 'type-error-beside-mocks',
  keywords: ['Cannot read propert', 'is not a function', 'is not iterable', 'Cannot destructure'],
  judge: (facts) => {
    if (!isReadOfNothing(facts.text) || !isRendered(facts)) return undefined;
    return {
      category: 'TEST_DESIGN',
      cause: 'mock-gap',
      // A component that forgets a guard says the same, and a bug is not to be excused.
      weight: 0.5,
      sentence:
        'A component under test read something that is not there; in component tests that is mostly a mock without it.',
    };
  },
};
