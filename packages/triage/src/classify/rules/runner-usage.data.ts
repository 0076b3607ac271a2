import type { Signature } from '../signature.js';

/** What runners and assertion libraries say about how a test uses them, and about parts of theirs that do not fit. */
export const RUNNER_USAGE: readonly Signature[] = [
  {
    id: 'fixture-misused',
    keywords: [
      'FixtureParseError',
      'FixtureDependencyError',
      'FixtureAccessError',
      'argument inside a fixture must use object destructuring',
      'are not supported in fixtures, received',
      'Circular fixture dependency',
      'HOLDFAST_FIXTURE_NOT_',
    ],
    category: 'TEST_DESIGN',
    cause: 'other-test-design',
    weight: 0.94,
    sentence: 'A fixture is written or used in a way that the runner does not allow; the message says which.',
  },
  {
    id: 'call-of-runner-misused',
    keywords: [
      'napshot cannot be used outside',
      'ultiple inline snapshots for the same call',
      'cannot be called multiple times at the same location',
      '`.each` called with an empty',
      'Not enough arguments supplied for given headings',
      'Invalid first argument, ',
      'Missing second argument. It must be a callback',
      'Expected done to be called once',
      'done() invoked with non-Error',
      'must be an inline function.',
    ],
    pattern:
      /napshot cannot be used outside (?:of )?(?:a )?test|ultiple inline snapshots for the same call|cannot be called multiple times at the same location|`\.each` called with an empty|Not enough arguments supplied for given headings|Invalid first argument, [^\n]{0,400}It must be a|Missing second argument\. It must be a callback|Expected done to be called once|done\(\) invoked with non-Error|argument of `jest\.mock` must be an inline function/,
    category: 'TEST_DESIGN',
    cause: 'other-test-design',
    weight: 0.9,
    sentence: 'The test calls the runner in a way that it does not take; the message says which.',
  },
  {
    id: 'announced-assertions',
    keywords: ['of assertion, but got none', 'number of assertions to be'],
    pattern:
      /expected any number of assertion, but got none|expected number of assertions to be \d+, but got \d+/,
    category: 'TEST_DESIGN',
    cause: 'missing-await',
    weight: 0.82,
    sentence: 'Fewer assertions were reached than announced: a callback or promise was not waited for.',
  },
  {
    id: 'global-left-behind',
    keywords: ['global leak(s) detected', 'global leak detected'],
    category: 'TEST_DESIGN',
    cause: 'leaked-state',
    // A product that forgets to declare a name leaves one too.
    weight: 0.5,
    sentence: 'The test, or the code that it runs, left a new global behind.',
  },
  {
    id: 'matcher-not-there',
    keywords: [' is not a function'],
    pattern:
      /\bexpect(?:\.(soft|poll|unreachable|element)|\([^()\n]{0,80}\)(?:\.(?:not|resolves|rejects))*\.(to[A-Z]\w{1,60})) is not a function/,
    unless:
      /toBeInTheDocument|toHaveTextContent|toHaveAttribute|toBeVisible|toHaveClass|toBeDisabled|toHaveStyle|toHaveNoViolations|toMatchImageSnapshot/,
    category: 'CONFIGURATION',
    cause: 'runner-config',
    weight: 0.88,
    sentence:
      'The matcher $1 is not there: nothing adds it, or this version of the runner has none of this name.',
  },
  {
    id: 'other-runners-global',
    keywords: [
      'fail is not defined',
      'pending is not defined',
      'spyOn is not defined',
      'jasmine is not defined',
      'sinon is not defined',
      'done is not defined',
    ],
    pattern: /(?:^|[\s:])(fail|pending|spyOn|jasmine|sinon|done) is not defined/m,
    category: 'TEST_DESIGN',
    cause: 'other-test-design',
    weight: 0.76,
    sentence: 'The test calls $1, which another runner offers and this one does not.',
  },
  {
    id: 'run-by-other-runner',
    keywords: [
      'before is not defined',
      'after is not defined',
      'cy is not defined',
      'Cypress is not defined',
      'browser is not defined',
      'Vitest was initialized with native Node',
    ],
    pattern:
      /(?:^|[\s:])(?:before|after|cy|Cypress|browser) is not defined|Vitest was initialized with native Node/m,
    category: 'CONFIGURATION',
    cause: 'runner-config',
    weight: 0.78,
    sentence: 'The file is written for another runner than the one that ran it.',
  },
  {
    id: 'part-not-accepted',
    keywords: [
      'Failed to load custom Reporter',
      'is not a valid environment. Path',
      'does not export a "getVmContext"',
      'a transform must export something',
      "transformer's `process` method must return",
      'option was not found.',
      'not found. Available projects:',
      'is not allowed in NODE_OPTIONS',
      'node: bad option: --',
    ],
    pattern:
      /Failed to load custom Reporter|is not a valid environment\. Path|does not export a "getVmContext"|a transform must export something|transformer's `process` method must return|in the \w+(?:\[\d+\])? option was not found|not found\. Available projects:|is not allowed in NODE_OPTIONS|node: bad option: --/,
    category: 'CONFIGURATION',
    cause: 'runner-config',
    weight: 0.9,
    sentence: 'The runner does not accept a part that its configuration names.',
  },
  {
    id: 'runner-wants-other-version',
    keywords: ['Vitest requires ', 'No such built-in module', 'must be loaded with --import'],
    pattern:
      /Vitest requires (?:Vite|Node)|No such built-in module: ?(\S{1,60})|must be loaded with --import/,
    category: 'CONFIGURATION',
    cause: 'version-mismatch',
    weight: 0.9,
    sentence: 'The runner or its loader asks for another version of Node or Vite.',
  },
  {
    id: 'driver-after-the-test',
    keywords: ['Test ended.', 'detached Frame'],
    pattern: /\w: Test ended\.|detached Frame '/,
    category: 'TEST_DESIGN',
    cause: 'missing-await',
    weight: 0.82,
    sentence: 'A step on the page went on after the test or the page had ended: it was not awaited.',
  },
];
