import { type Deadline, deadlineIn, inTime } from '../deadline.js';
import { isThenable } from '../thenable.js';

/** What one poll found. */
export type PollAnswer<Value> = { readonly done: true; readonly value: Value } | { readonly done: false };

export interface PollOutcome<Value> {
  readonly status: 'done' | 'timed-out' | 'aborted';
  /** The value of the poll that was done. */
  readonly value?: Value;
  readonly polls: number;
  readonly elapsedMs: number;
  /** True where the last poll had not answered when the time was over. */
  readonly pending: boolean;
}

export interface PollOptions {
  readonly deadline: Deadline;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Pause before the next poll: 1 ms at first, then 3 % of the time that has passed, at most 20 ms. What was
 * quick is noticed at once, and a long wait costs few polls.
 */
export const pauseMs = (elapsedMs: number): number => Math.min(20, Math.max(1, elapsedMs * 0.03));

/** What an asynchronous last poll gets, since nothing is left of the deadline itself. */
const LAST_POLL_MS = 20;

/**
 * The one polling loop: asks until the answer is done, the deadline is over or the signal fires. Asks at least
 * once, one at a time, and once more when the deadline is over, so that a blocked event loop does not turn a
 * condition that holds into a time-out. `probe` must not throw.
 */
export const poll = async <Value>(
  probe: () => PollAnswer<Value> | PromiseLike<PollAnswer<Value>>,
  { deadline, signal }: PollOptions,
): Promise<PollOutcome<Value>> => {
  let polls = 0;
  const end = (status: PollOutcome<Value>['status'], pending = false): PollOutcome<Value> => ({
    status,
    polls,
    elapsedMs: deadline.elapsedMs(),
    pending,
  });
  for (;;) {
    if (signal?.aborted) return end('aborted');
    const isLast = deadline.isOver();
    polls += 1;
    const asked = probe();
    let answer: PollAnswer<Value>;
    if (isThenable(asked)) {
      const answered = await inTime(
        asked,
        isLast ? deadlineIn(LAST_POLL_MS, deadline.clock) : deadline,
        signal,
      );
      if (answered.status === 'failed') throw answered.error;
      if (answered.status !== 'done') return end(answered.status, true);
      answer = answered.value;
    } else {
      answer = asked;
    }
    if (answer.done) return { ...end('done'), value: answer.value };
    if (isLast) return end('timed-out');
    const pause = pauseMs(deadline.elapsedMs());
    await deadline.clock.sleep(Math.min(pause, deadline.remainingMs()), signal);
  }
};
