import { coreModule, monotonicNow, wallNow } from '@holdfast/journal/sandbox';

/** Time, and waiting for it. Tests of this package pass one of their own. */
export interface Clock {
  /** Monotonic milliseconds. */
  now(): number;
  /** Resolves after the time, or at once when the signal fires. Never rejects; leaves no listener and no timer. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

const timers = coreModule('node:timers');
const startTimer: (run: () => void, ms: number) => unknown = timers?.setTimeout ?? setTimeout;
const stopTimer: (timer: never) => void = timers?.clearTimeout ?? clearTimeout;
const immediately: (run: () => void) => unknown = timers?.setImmediate ?? ((run) => startTimer(run, 0));

const sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted) {
      resolve();
      return;
    }
    const finish = (): void => {
      stopTimer(timer as never);
      signal?.removeEventListener('abort', finish);
      resolve();
    };
    const timer = startTimer(finish, ms);
    signal?.addEventListener('abort', finish, { once: true });
  });

/** The real clock, taken from Node's own modules: neither runner's fake timers touch it. */
export const systemClock: Clock = { now: monotonicNow, sleep };

/** Resolves in the next turn of the event loop. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => void immediately(resolve));

export { wallNow };
