import type { Clock } from '../src/clock.js';

/** A clock that jumps to the end of every sleep. */
export interface ManualClock extends Clock {
  /** Lets time pass without anybody sleeping. */
  advance(ms: number): void;
  readonly sleeps: readonly number[];
}

export const manualClock = (): ManualClock => {
  let now = 0;
  const sleeps: number[] = [];
  return {
    now: () => now,
    sleep: async (ms, signal) => {
      if (signal?.aborted) return;
      sleeps.push(ms);
      now += ms;
    },
    advance: (ms) => {
      now += ms;
    },
    sleeps,
  };
};
