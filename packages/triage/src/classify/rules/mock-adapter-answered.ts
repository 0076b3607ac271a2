import type { Rule } from '../rule.js';

/** Stand-ins of HTTP clients that answer 404 to whatever they were given no answer for. */
const ADAPTER = /node_modules[\\/](?:axios-mock-adapter|moxios|jest-mock-axios)[\\/]/;

/** A mocked client answered what it answers where the test prepared nothing. */
export const mockAdapterAnswered: Rule = {
  id: 'mock-adapter-answered',
  keywords: ['status code 404'],
  judge: ({ error }) => {
    if (!ADAPTER.test(error?.stack ?? '')) return undefined;
    return {
      category: 'TEST_DESIGN',
      cause: 'mock-gap',
      weight: 0.84,
      sentence: 'The mocked client was asked for what the test prepared no answer for, and says 404 to that.',
    };
  },
};
