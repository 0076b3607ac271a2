import type { Signature } from '../signature.js';

/** What assertion libraries and their runners say when a test calls or counts its assertions wrongly. */
export const ASSERTION_USAGE: readonly Signature[] = [
  {
    id: 'called-wrongly',
    keywords: [
      'The "actual" and "expected" arguments must be specified',
      'The "fn" argument must be of type function',
      'The "promiseFn" argument must be',
      'The "regexp" argument must be an instance of RegExp',
      'The "error/message" argument is ambiguous',
      'this matcher must not have an expected argument',
      'Matcher error: ',
      'The instanceof assertion needs a constructor but',
      'Expected a spy, but got',
      'expectAsync to be called with a promise',
    ],
    pattern:
      /The "actual" and "expected" arguments must be specified|The "(?:fn|promiseFn|regexp)" argument must be (?:of type function|an instance of RegExp)|The "error\/message" argument is ambiguous|this matcher must not have an expected argument|Matcher error: (?:expected value must (?!not be null)|received value must be a (?:promise|function))|The instanceof assertion needs a constructor but|Expected a spy, but got|expectAsync to be called with a promise/,
    category: 'TEST_DESIGN',
    cause: 'other-test-design',
    weight: 0.9,
    sentence: 'The test calls an assertion in a way that it does not take; the message says which.',
  },
  {
    id: 'misspelt',
    keywords: ['Did you mean "'],
    pattern: /Invalid Chai property: (\w+)\. Did you mean "/,
    category: 'TEST_DESIGN',
    cause: 'other-test-design',
    // More than what is said of a name that nothing like it is known of.
    weight: 0.97,
    sentence: 'The assertion $1 is misspelt; the message names the right one.',
  },
  {
    id: 'not-as-planned',
    keywords: [
      'Planned for ',
      'test has already finished',
      'inished without running any assertions',
      'plan != count',
      '.end() already called',
      '.end() called twice',
      ' were run',
      'Called the callback returned from `assert.async`',
      'assertion, but none were run',
      'Assertion after the final `assert.async`',
      'when there was no current spec',
    ],
    pattern:
      /Planned for \d+ assertions?, but got \d+|Assertion (?:passed|failed|started), but test has already finished|inished without running any assertions|\bplan != count|\.end\(\) (?:already called|called twice)|Expected \d+ assertions?, but \d+ were run|Called the callback returned from `assert\.async` more than once|Expected at least one assertion, but none were run|Assertion after the final `assert\.async`|'expect' was used when there was no current spec/,
    category: 'TEST_DESIGN',
    cause: 'missing-await',
    weight: 0.8,
    sentence:
      'Assertions came in another number than announced, or when the test had ended: something was not waited for.',
  },
  {
    id: 'subtest-not-awaited',
    keywords: ['before its parent and was cancelled', 'because its parent finished'],
    pattern:
      /test did not finish before its parent and was cancelled|could not be started because its parent finished/,
    category: 'TEST_DESIGN',
    cause: 'missing-await',
    weight: 0.86,
    sentence: 'The test around this one ended before it: its promise was not awaited.',
  },
  {
    id: 'left-running',
    keywords: ['Test case is leaking', 'Leaking resources', 'leaking async ops'],
    pattern: /Test case is leaking (?:async ops|(?:\d+ )?resources?)|\bLeaking (?:async ops|resources)/,
    category: 'TEST_DESIGN',
    cause: 'leaked-handle',
    weight: 0.86,
    sentence: 'The test ended while something that it had started or opened was still there.',
  },
  {
    id: 'spied-twice',
    keywords: ['has already been spied upon'],
    category: 'TEST_DESIGN',
    cause: 'leaked-state',
    weight: 0.86,
    sentence: 'A spy of the same method is still in place: it was set twice, or never taken away.',
  },
  {
    id: 'spied-on-nothing',
    keywords: ['<spyOn> : '],
    pattern: /<spyOn> : (\S{1,80}) (?:method does not exist|is not declared writable or has no setter)/,
    category: 'TEST_DESIGN',
    cause: 'mock-gap',
    weight: 0.86,
    sentence: 'The test spies on $1, which is not there or cannot be replaced.',
  },
  {
    id: 'commands-and-promise',
    keywords: ['Cypress detected that you '],
    pattern:
      /Cypress detected that you (?:returned a promise|invoked one or more cy commands|accidentally returned)/,
    category: 'TEST_DESIGN',
    cause: 'other-test-design',
    weight: 0.86,
    sentence:
      'The test mixes promises with commands of the runner, which run one after another by themselves.',
  },
];
