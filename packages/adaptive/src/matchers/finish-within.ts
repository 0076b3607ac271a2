import { acceptNumber } from '../accept/number.js';
import { fitLimit } from '../budget/fit-limit.js';
import { deadlineIn, inTime } from '../deadline.js';
import { evidencePort } from '../port.js';
import { printMs } from '../print.js';
import { type MatcherResult, type MatcherState, matcherResult } from './matcher.js';

const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';

const start = async (received: unknown): Promise<unknown> => {
  if (typeof received === 'function') return received();
  if (isPromise(received)) return received;
  throw new TypeError('`toFinishWithin` needs a function, a promise or a duration in milliseconds.');
};

/**
 * A function or a promise ends within a limit that is fitted to the machine; or a duration lies within it. What the
 * function throws is thrown on.
 * @throws TypeError for a limit that is not above 0 and finite
 */
export async function toFinishWithin(
  this: MatcherState,
  received: unknown,
  limitMs: number,
): Promise<MatcherResult> {
  const limit = fitLimit(
    acceptNumber('limitMs', limitMs, { above: 0, to: 86_400_000, unit: 'milliseconds' }),
  );
  const fitted = limit.reason === undefined ? '' : ` (asked ${printMs(limit.askedMs)}; ${limit.reason})`;
  const asked = `${this.isNot ? 'more than ' : ''}${printMs(limit.limitMs)}${fitted}`;
  if (typeof received === 'number') {
    const duration = acceptNumber('received', received, { from: 0, unit: 'milliseconds' });
    return matcherResult(
      this,
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
  if (!pass)
    evidencePort().record('time.exceeded', { ...limit, elapsedMs, ended: outcome.status === 'done' });
  return matcherResult(this, 'toFinishWithin', pass, `${fact}; expected ${asked}.`);
}
