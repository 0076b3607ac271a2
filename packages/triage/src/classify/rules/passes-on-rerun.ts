import type { Rule } from '../rule.js';

/** The same code passed in another attempt, and the error is an assertion's. */
export const passesOnRerun: Rule = {
  id: 'passes-on-rerun',
  needs: 'observed',
  judge: (facts) => {
    if (facts.observed.passesOnRerun !== true) return undefined;
    if (facts.assertion === undefined && !/^(?:Assertion|TestingLibraryElement)Error/.test(facts.name))
      return undefined;
    return {
      category: 'TEST_DESIGN',
      cause: 'race-in-test',
      weight: 0.66,
      sentence: 'Another attempt of the same code passed: the outcome depends on timing.',
    };
  },
};
