import { type KnownEvidence, snapshotError } from '@holdfast/journal/sandbox';
import pRetry from 'p-retry';
import { acceptFunction } from '../accept/function.js';
import { type Clock, systemClock } from '../clock.js';
import { deadlineIn } from '../deadline.js';
import { evidencePort } from '../port.js';
import { printFunction } from '../print.js';
import { nextDelay } from './next-delay.js';
import { type RetryOptions, resolveRetryOptions } from './retry-options.js';
import { type AttemptContext, runAttempt } from './run-attempt.js';
import { transientKind } from './transient-kind.js';

/**
 * What p-retry sees of a failure: always an error of its own realm, and none that it has opinions about. Inside Jest
 * an error that Node throws is no instance of the sandbox's Error.
 */
class FailedAttempt extends Error {
  readonly reason: unknown;

  constructor(reason: unknown) {
    super('an attempt failed');
    this.reason = reason;
  }
}

/** Parts that tests replace. */
export interface RetryParts {
  readonly clock: Clock;
  /** From 0 to below 1. */
  readonly random: () => number;
}

const random = Math.random;

/** `retry` with its clock and its dice as parameters. */
export const retryWith = async <Value>(
  { clock, random: dice }: RetryParts,
  fn: (context: AttemptContext) => Value | PromiseLike<Value>,
  options: RetryOptions = {},
): Promise<Value> => {
  acceptFunction('fn', fn);
  const { attempts, limitMs, withinMs, retryIf, signal, ...bounds } = resolveRetryOptions(options);
  const total = deadlineIn(withinMs, clock);
  const what = printFunction(fn);
  let pauseMs = bounds.shortestMs;
  let failures = 0;
  signal?.throwIfAborted();

  type Decision = Pick<KnownEvidence['retry.attempt'], 'retried' | 'because' | 'kind' | 'delayMs'>;
  const record = (attempt: number, reason: unknown, decision: Decision): void =>
    evidencePort().record('retry.attempt', { what, attempt, error: snapshotError(reason), ...decision });

  const isAsked = (attempt: number, reason: unknown): boolean => {
    try {
      return retryIf(reason);
    } catch (mistake) {
      record(attempt, reason, { retried: false, because: 'not transient' });
      throw mistake;
    }
  };

  const decide = (attempt: number, reason: unknown): number | undefined => {
    failures += 1;
    const kind = transientKind(reason);
    const isRetried = !signal?.aborted && (kind !== undefined || isAsked(attempt, reason));
    const delayMs = nextDelay(pauseMs, bounds, dice);
    if (!isRetried || attempt >= attempts || total.remainingMs() <= delayMs) {
      const because = !isRetried ? 'not transient' : attempt >= attempts ? 'last attempt' : 'no time left';
      record(attempt, reason, { retried: false, because, ...(kind && { kind }) });
      return undefined;
    }
    record(attempt, reason, { retried: true, because: kind ?? 'retryIf', delayMs: Math.round(delayMs) });
    pauseMs = delayMs;
    return delayMs;
  };

  try {
    const value = await pRetry(
      async (attempt) => {
        try {
          return await runAttempt(fn, attempt, { limitMs: limitMs(attempt), total, signal });
        } catch (reason) {
          throw new FailedAttempt(reason);
        }
      },
      {
        // The pauses are taken in shouldRetry: p-retry's own would stand still under fake timers.
        minTimeout: 0,
        retries: Number.POSITIVE_INFINITY,
        shouldRetry: async ({ error, attemptNumber }) => {
          const delayMs = decide(attemptNumber, (error as FailedAttempt).reason);
          if (delayMs === undefined) return false;
          await clock.sleep(delayMs, signal);
          return !signal?.aborted;
        },
      },
    );
    if (failures > 0) evidencePort().record('retry.succeeded', { what, attempts: failures + 1 });
    return value;
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    throw error instanceof FailedAttempt ? error.reason : error;
  }
};

/**
 * Calls a function until it succeeds, and gives its value. Only errors that can be passing trouble are tried again:
 * network, time-out, pool checkout, lock, rate limit; an assertion, a TypeError, a ReferenceError or a SyntaxError
 * never is, unless `retryIf` says so. Every attempt's error goes to the journal, and a test that passed by a retry is
 * reported as flaky. Pauses grow with decorrelated jitter; fake timers do not stop them.
 * @throws the last attempt's error itself, unwrapped; the signal's reason; TypeError for an option not accepted
 * @example const user = await retry(() => api.fetchUser(id), { attempts: 4, timeLimit: 500, growth: 2 })
 */
export const retry = <Value>(
  fn: (context: AttemptContext) => Value | PromiseLike<Value>,
  options: RetryOptions = {},
): Promise<Value> => retryWith({ clock: systemClock, random }, fn, options);
