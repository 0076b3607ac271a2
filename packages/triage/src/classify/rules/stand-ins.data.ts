import type { Signature } from '../signature.js';

/** What mocks, spies and fake services say when they are asked for what they do not offer, or are set up wrongly. */
export const STAND_INS: readonly Signature[] = [
  {
    id: 'request-without-answer',
    keywords: [
      'Mock dispatch not matched',
      'MockNotMatchedError',
      'No response was mocked for',
      'Could not find mock for',
      'Disallowed net connect for',
      'NetConnectNotAllowedError',
      'No fallback response defined for',
      'No response or fallback rule to cover',
      'Unmatched GET to',
      'Unmatched POST to',
      'No more mocked responses for the query',
    ],
    category: 'TEST_DESIGN',
    cause: 'mock-gap',
    weight: 0.9,
    sentence: 'A request was made for which the test prepared no answer.',
  },
  {
    id: 'reserved-host-asked',
    keywords: ['ENOTFOUND'],
    pattern:
      /ENOTFOUND ((?:[\w-]{1,63}\.){0,8}(?:example|invalid)|(?:[\w-]{1,63}\.){0,8}example\.(?:com|net|org))(?![\w.-])/,
    category: 'TEST_DESIGN',
    cause: 'mock-gap',
    weight: 0.86,
    sentence:
      'The host $1 is a name that exists in examples alone: a request that the test was to answer itself went out to the network.',
  },
  {
    id: 'made-up-host-asked',
    keywords: ['ENOTFOUND'],
    pattern: /ENOTFOUND ((?:[\w-]{1,63}\.){0,6}(?:fake|dummy|foo|bar|blah)(?:\.[\w-]{1,63}){1,6})(?![\w.-])/,
    // A test that compares the words of this error asked for it.
    unless: /\bexpect/i,
    category: 'TEST_DESIGN',
    cause: 'mock-gap',
    weight: 0.8,
    sentence:
      'The host $1 is a made-up name: a request that the test was to answer itself went out to the network.',
  },
  {
    id: 'arrow-constructed',
    keywords: ['is not a constructor', 'Reflect.construct requires'],
    pattern:
      /(\([^()\n]{0,200}\) ?=>[^\n]{0,400}) is not a constructor|Reflect\.construct requires the first argument/,
    category: 'TEST_DESIGN',
    cause: 'mock-gap',
    weight: 0.88,
    sentence: 'Code calls a mock with new, and the mock is an arrow function, which cannot be constructed.',
  },
  {
    id: 'export-mocked-away',
    keywords: ['Export named '],
    pattern:
      /Export named '?([\w$]{1,80})'? not found in module '?(?![^'\s]*node_modules)[^'\s]{1,300}\.[cm]?[jt]sx?\b/,
    category: 'TEST_DESIGN',
    cause: 'mock-gap',
    weight: 0.74,
    sentence:
      'A module of the project lacks its export $1: a mock of the module, which holds for all files of the process, does not offer it.',
  },
  {
    id: 'factory-of-nothing',
    keywords: ['is not returning an object. Did you mean to return an object with'],
    category: 'TEST_DESIGN',
    cause: 'mock-gap',
    weight: 0.95,
    sentence: 'The factory of a module mock returns no module.',
  },
  {
    id: 'cannot-be-replaced',
    keywords: [
      'Cannot spyOn on a primitive',
      'does not have access type',
      'ES Modules cannot be stubbed',
      "of object '[object Module]'",
      'Attempted to wrap undefined property',
      'vi.mock() is forbidden',
    ],
    category: 'TEST_DESIGN',
    cause: 'mock-gap',
    weight: 0.88,
    sentence: 'The test replaces something that is not there, or that cannot be replaced in this way.',
  },
  {
    id: 'clock-replaced-twice',
    keywords: ["Can't install fake timers twice"],
    category: 'TEST_DESIGN',
    cause: 'leaked-state',
    weight: 0.9,
    sentence: 'The fake clock of an earlier test was never taken away.',
  },
  {
    id: 'clock-not-replaced',
    keywords: ['Timers are not mocked'],
    category: 'TEST_DESIGN',
    cause: 'other-test-design',
    weight: 0.9,
    sentence: 'The test drives a fake clock that it did not put in place.',
  },
  {
    id: 'export-assigned',
    keywords: ['which has only a getter'],
    pattern: /Cannot set property (\S{1,60}) of (?:#<Object>|\[object Module\]) which has only a getter/,
    category: 'TEST_DESIGN',
    cause: 'mock-gap',
    weight: 0.66,
    sentence:
      'A value is assigned to $1, which is read-only, as the exports of modules are: it takes a mock of the module.',
  },
];
