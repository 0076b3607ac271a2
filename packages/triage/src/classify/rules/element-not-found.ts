import type { Facts } from '../facts.js';
import type { Rule } from '../rule.js';
import type { Frame } from '../stack/frame.js';

const NOT_FOUND =
  /Unable to find (?:an?|role|the)\b[^\n]*|Timed out in waitFor|element\(s\) not found|Value "[^"\n]*" not found in options/;
const FOUND_SEVERAL = /Found multiple/;

/** Testing Library's own waiting: `waitFor` and all queries that begin with `find`. */
const isWaiting = ({ file, functionName }: Frame): boolean =>
  functionName === 'waitForWrapper' || /@testing-library\/dom\/.*\/wait-for\.js$/.test(file ?? '');

/** Most stacks name neither, and need not be read frame by frame. */
const mayWait = (stack: string): boolean => stack.includes('waitForWrapper') || stack.includes('wait-for.js');

const isAwaited = (facts: Facts): boolean =>
  mayWait(facts.error?.stack ?? '') && facts.frames.some(isWaiting);

/** What a test looked for on a page is not there. */
export const elementNotFound: Rule = {
  id: 'element-not-found',
  keywords: [
    'Unable to find an element',
    'Unable to find a label',
    'Unable to find role',
    'Unable to find an accessible element',
    'TestingLibraryElementError',
    'Unable to find a',
    'Timed out in waitFor',
    'Timed out in waitForElementToBeRemoved',
    'element(s) not found',
    'not found in options',
  ],
  judge: (facts) => {
    const { text } = facts;
    if (!NOT_FOUND.test(text) || FOUND_SEVERAL.test(text)) return undefined;
    const { observed, assertion } = facts;
    // A test of a query that must fail, and got something else.
    if (NOT_FOUND.test(assertion?.expected ?? '') && !NOT_FOUND.test(assertion?.received ?? ''))
      return undefined;
    const sign = { category: 'TEST_DESIGN', cause: 'race-in-test' } as const;
    if (observed.passesOnRerun === true || !isAwaited(facts)) {
      return { ...sign, weight: 0.55, sentence: 'The test looked for an element that was not there (yet).' };
    }
    return {
      ...sign,
      // A product that never makes it looks the same as a wait that was too short.
      weight: 0.4,
      sentence: 'The test waited for an element, and it did not come within the limit of the wait.',
    };
  },
};
