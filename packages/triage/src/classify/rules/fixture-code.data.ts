import type { Category, Cause } from '@holdfast/journal';

/** Who has to act, why, how sure that is, and the sentence that says it. */
export type Meaning = readonly [
  category: Exclude<Category, 'UNKNOWN'>,
  cause: Cause,
  weight: number,
  sentence: string,
];

/** Codes whose error says by itself who has to act; the others depend on what was waited for, tried or held. */
export const MEANINGS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  [
    'HOLDFAST_SETTINGS',
    ['CONFIGURATION', 'other-configuration', 0.95, 'A setting of Holdfast is wrong; the message names it.'],
  ],
  [
    'HOLDFAST_MISSING_PACKAGE',
    ['CONFIGURATION', 'module-not-found', 0.95, 'A package that a fixture needs is not installed.'],
  ],
  [
    'HOLDFAST_REQUIREMENT_MISSING',
    [
      'CONFIGURATION',
      'runner-config',
      0.84,
      'A requirement is missing, and the set-up file that would skip the test is not loaded.',
    ],
  ],
  [
    'HOLDFAST_LEASE_LEDGER',
    [
      'ENVIRONMENT',
      'permission',
      0.84,
      'The folder in which fixtures write down what they hold cannot be written here.',
    ],
  ],
  ['HOLDFAST_NO_FREE_PORT', ['CONFIGURATION', 'port-in-use', 0.88, 'Every port of the range is taken.']],
  [
    'HOLDFAST_PROCESS_NOT_STARTED',
    ['ENVIRONMENT', 'missing-program', 0.76, 'The system does not start the program that the test asks for.'],
  ],
  [
    'HOLDFAST_SCOPE_CLOSED',
    [
      'TEST_DESIGN',
      'missing-await',
      0.9,
      'Something was opened after its scope had ended: the work that opens it was not awaited.',
    ],
  ],
  [
    'HOLDFAST_POOL_CLOSED',
    [
      'TEST_DESIGN',
      'missing-await',
      0.72,
      'A pool was used after its scope had ended: the work that uses it was not awaited.',
    ],
  ],
  [
    'HOLDFAST_OVERRIDE_REFUSED',
    [
      'TEST_DESIGN',
      'other-test-design',
      0.88,
      'The test overrides what cannot be changed here; the message says what to do.',
    ],
  ],
]);
