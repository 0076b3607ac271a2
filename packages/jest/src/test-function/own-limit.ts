import { type CircusHook, type CircusTest, givenLimit, OWN_LIMIT } from '../circus/circus-state.js';
import { circusState } from './running-test.js';

/** The longest that a timer takes; with more Jest's would fire at once. */
export const LONGEST_MS = 2 ** 31 - 1;

/**
 * Takes the limit of a test or a hook out of Jest's hands: Jest gives what runs no more time, so it gets all there is, and
 * the limit is kept around the code itself. Whoever reads limits finds the own one.
 */
export const keepLimitOurselves = (limited: CircusTest | CircusHook): void => {
  const own = limited.timeout;
  Object.defineProperty(limited, OWN_LIMIT, { configurable: true, value: { ms: own } });
  Object.defineProperty(limited, 'timeout', { configurable: true, enumerable: true, value: LONGEST_MS });
};

/** The limit as it holds at this moment: `jest.setTimeout` may change the default at any time. */
export const limitNow = (limited: CircusTest | CircusHook): number =>
  givenLimit(limited) ?? circusState().testTimeout;

/** What Jest itself rejects with where a limit strikes. */
export const timeoutMessage = (of: 'test' | 'hook', limitMs: number): string =>
  `Exceeded timeout of ${limitMs} ms for a ${of}.\nAdd a timeout value to this test to increase the timeout, if this is a long-running test. See https://jestjs.io/docs/api#testname-fn-timeout.`;

/** Keeps that the limit has struck, and gives the error for it. */
export const struck =
  (of: 'test' | 'hook', limited: CircusTest | CircusHook) =>
  (limitMs: number): string => {
    const own = limited[OWN_LIMIT];
    if (own !== undefined) own.struckAfterMs = limitMs;
    return timeoutMessage(of, limitMs);
  };
