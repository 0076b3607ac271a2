import type { Category } from '@holdfast/journal';
import type { CategoryDescription } from './taxonomy.js';

/** Every category, described. */
export const CATEGORY_DESCRIPTIONS: Readonly<Record<Category, CategoryDescription>> = {
  BUG: {
    owner: 'the code under test',
    meaning: 'The code under test, or a dependency it ships, does the wrong thing.',
  },
  CONFIGURATION: {
    owner: 'a setting',
    meaning: 'Code and test are right, but a setting, version or limit around them is not.',
  },
  ENVIRONMENT: {
    owner: 'the machine, the network or an outside service',
    meaning: 'Something that the run needs from its surroundings was missing, full, slow or different.',
  },
  TEST_DESIGN: {
    owner: 'the test',
    meaning: 'The test itself is wrong: it races, leaks, expects too much or depends on what it should not.',
  },
  UNKNOWN: {
    owner: 'a person who looks',
    meaning: 'The evidence does not suffice for a verdict; a wrong one would cost more than none.',
  },
};
