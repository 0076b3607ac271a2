import { type Clock, nextTurn, systemClock } from './clock.js';

/** An absolute moment on the monotonic clock by which something has to be done. */
export interface Deadline {
  readonly limitMs: number;
  readonly clock: Clock;
  elapsedMs(): number;
  /** 0 once it is over, never below. */
  remainingMs(): number;
  isOver(): boolean;
}

/** A deadline that begins now. `Infinity` never ends. */
export const deadlineIn = (limitMs: number, clock: Clock = systemClock): Deadline => {
  const startedAt = clock.now();
  const remainingMs = (): number => Math.max(0, startedAt + limitMs - clock.now());
  return {
    limitMs,
    clock,
    elapsedMs: () => clock.now() - startedAt,
    remainingMs,
    isOver: () => remainingMs() <= 0,
  };
};

export type InTime<Value> =
  | { readonly status: 'done'; readonly value: Value }
  | { readonly status: 'failed'; readonly error: unknown }
  | { readonly status: 'timed-out' }
  | { readonly status: 'aborted' };

const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * What came of a promise until the deadline or the signal; the promise itself goes on, and a late rejection of
 * it is nobody's. Never rejects.
 */
export const inTime = async <Value>(
  promise: PromiseLike<Value>,
  deadline: Deadline,
  signal?: AbortSignal,
): Promise<InTime<Value>> => {
  const stop = new AbortController();
  const forward = (): void => stop.abort();
  signal?.addEventListener('abort', forward, { once: true });
  if (signal?.aborted) forward();
  const waitForEnd = async (): Promise<InTime<Value>> => {
    while (!deadline.isOver() && !stop.signal.aborted) {
      await deadline.clock.sleep(Math.min(deadline.remainingMs(), LONGEST_TIMER_MS), stop.signal);
    }
    // After a blocked event loop the timer comes first; what had arrived meanwhile is heard before the verdict.
    if (!stop.signal.aborted) await nextTurn();
    return { status: signal?.aborted ? 'aborted' : 'timed-out' };
  };
  try {
    return await Promise.race([
      promise.then(
        (value): InTime<Value> => ({ status: 'done', value }),
        (error: unknown): InTime<Value> => ({ status: 'failed', error }),
      ),
      waitForEnd(),
    ]);
  } finally {
    signal?.removeEventListener('abort', forward);
    stop.abort();
  }
};
