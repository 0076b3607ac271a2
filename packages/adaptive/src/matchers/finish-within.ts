import { acceptLimit } from '../accept/limit.js';
import { acceptNumber } from '../accept/number.js';
import { fitLimit } from '../budget/fit-limit.js';
import { limitAsAsked } from '../budget/fitted-limit.js';
import { deadlineIn, inTime } from '../deadline.js';
import { evidencePort } from '../port.js';
import { printMs } from '../print.js';
import { isThenable } from '../thenable.js';
import { type MatcherResult, type MatcherState, matcherResult } from './matcher.js';

const start = async (received: unknown): Promise<unknown> => {
  if (typeof received === 'function') return received();
  if (isThenable(received)) return received;
  throw new TypeError('`toFinishWithin` needs a function, a promise or a duration in milliseconds.');
};

const finishWithin = async (
  state: MatcherState,
  received: unknown,
  limitMs: number,
): Promise<MatcherResult> => {
  const isNot = state.isNot === true;
  const askedMs = acceptLimit('limitMs', limitMs);
  const limit = isNot ? limitAsAsked(askedMs) : fitLimit(askedMs);
  const fitted = limit.reason === undefined ? '' : ` (asked ${printMs(limit.askedMs)}; ${limit.reason})`;
  const asked = `${isNot ? 'more than ' : ''}${printMs(limit.limitMs)}${fitted}`;
  if (typeof received === 'number') {
    const duration = acceptNumber('received', received, { from: 0, unit: 'milliseconds' });
    return matcherResult(
      state,
      'toFinishWithin',
      duration <= limit.limitMs,
      `It took ${printMs(duration)}; expected ${asked}.`,
    );
  }
  const deadline = deadlineIn(limit.limitMs);
  const outcome = await inTime(start(received), deadline);
  const elapsedMs = deadline.elapsedMs();
  if (outcome.status === 'failed') throw outcome.error;
  // What blocks the event loop ends late, and is done before any timer can say so.
  const pass = outcome.status === 'done' && elapsedMs <= limit.limitMs;
  const fact =
    outcome.status === 'done'
      ? `It took ${printMs(elapsedMs)}`
      : `It had not ended after ${printMs(elapsedMs)}`;
  if (!pass && !isNot)
    evidencePort().record('time.exceeded', { ...limit, elapsedMs, ended: outcome.status === 'done' });
  return matcherResult(state, 'toFinishWithin', pass, `${fact}; expected ${asked}.`);
};

/**
 * Inside another assertion (`toEqual({ reply: expect.toFinishWithin(5) })`) runners ask at once, and would take what
 * has no answer yet for a failure, or under `not` for a success.
 */
const refuseAtOnce = (judged: Promise<MatcherResult>): Promise<MatcherResult> =>
  Object.defineProperty(judged, 'pass', {
    get: () => {
      // Nobody waits for it any more.
      judged.catch(() => {});
      throw new TypeError(
        '`toFinishWithin` waits, and cannot stand inside another assertion; use `await expect(fn).toFinishWithin(ms)`.',
      );
    },
  });

/**
 * A function or a promise ends within a limit that is fitted to the machine; or a duration lies within it. What the
 * function throws is thrown on. Under `not` the limit holds as asked: a slow machine makes nothing take longer on purpose.
 * @throws TypeError for a limit that is not above 0 and finite
 */
export function toFinishWithin(
  this: MatcherState,
  received: unknown,
  limitMs: number,
): Promise<MatcherResult> {
  return refuseAtOnce(finishWithin(this, received, limitMs));
}
