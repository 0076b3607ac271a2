import { HoldfastError } from '@holdfast/journal/sandbox';
import { type Deadline, deadlineIn, inTime } from '../deadline.js';
import { printMs } from '../print.js';

/** What a function that is retried is given. */
export interface AttemptContext {
  /** From 1. */
  readonly attempt: number;
  /** Fires when the attempt's time is over, or the retry is aborted: whatever the attempt still does should end. */
  readonly signal: AbortSignal;
}

export interface AttemptLimits {
  readonly limitMs: number;
  /** Of all attempts together. */
  readonly total: Deadline;
  readonly signal: AbortSignal | undefined;
}

/**
 * Runs one attempt within its limits.
 * @throws whatever the attempt throws; HoldfastError where it does not end in time; the signal's reason
 */
export const runAttempt = async <Value>(
  run: (context: AttemptContext) => Value | PromiseLike<Value>,
  attempt: number,
  { limitMs, total, signal }: AttemptLimits,
): Promise<Value> => {
  const own = new AbortController();
  const isLast = total.remainingMs() < limitMs;
  const deadline = deadlineIn(Math.min(limitMs, total.remainingMs()), total.clock);
  const started = (async () => run({ attempt, signal: own.signal }))();
  if (deadline.limitMs === Number.POSITIVE_INFINITY && signal === undefined) return started;
  const outcome = await inTime(started, deadline, signal);
  switch (outcome.status) {
    case 'done':
      return outcome.value;
    case 'failed':
      throw outcome.error;
    case 'aborted':
      own.abort(signal?.reason);
      throw signal?.reason;
    case 'timed-out': {
      const details = { attempt, limitMs: isLast ? total.limitMs : limitMs };
      const error = isLast
        ? new HoldfastError(
            'HOLDFAST_RETRY_BUDGET_SPENT',
            `Attempt ${attempt} was cut off: all attempts together may take ${printMs(total.limitMs)}.`,
            details,
          )
        : new HoldfastError(
            'HOLDFAST_ATTEMPT_TIMED_OUT',
            `Attempt ${attempt} did not end within ${printMs(limitMs)}.`,
            details,
          );
      own.abort(error);
      throw error;
    }
  }
};
