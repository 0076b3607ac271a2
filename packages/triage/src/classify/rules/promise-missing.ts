import type { Rule } from '../rule.js';

/** A member that promises and answers of requests have, read of nothing. */
const OF_A_PROMISE =
  /of undefined \(reading '(?:then|catch|finally|json)'\)|property '(?:then|catch|finally|json)' of undefined|\(\.{0,3}\)\.(?:then|catch|finally) is not a function/;

/** Whether the result of a call was taken for a promise and is none. */
export const isPromiseMissing = (text: string): boolean => OF_A_PROMISE.test(text);

/** A call gave nothing where a promise is awaited: what mocks do that nobody told what to return, or that were reset. */
export const promiseMissing: Rule = {
  id: 'promise-missing',
  keywords: [
    "(reading 'then')",
    "(reading 'catch')",
    "(reading 'finally')",
    "(reading 'json')",
    "property 'then' of",
    "property 'catch' of",
    "property 'finally' of",
    "property 'json' of",
    ').then is not a',
    ').catch is not a',
    ').finally is not a',
  ],
  judge: ({ text }) => {
    if (!isPromiseMissing(text)) return undefined;
    return {
      category: 'TEST_DESIGN',
      cause: 'mock-gap',
      // A product that forgets a return says the same, and a bug is not to be excused.
      weight: 0.5,
      sentence:
        'A call gave nothing where a promise is awaited: in tests mostly a mock without a result, or one that was reset.',
    };
  },
};
