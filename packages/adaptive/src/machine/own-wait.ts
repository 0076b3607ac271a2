/** What the system's scheduler gave to one thread so far, in milliseconds. */
export interface ScheduledTime {
  readonly ranMs: number;
  /** It was ready to run, and others ran. */
  readonly waitedMs: number;
}

/** Less work than this says nothing of how long work takes. */
const LEAST_RUN_MS = 20;
const NANOSECONDS = 1e6;

/** The file that tells it of the thread that reads it (see kernel.org/doc, sched-stats). */
export const SCHEDULED_FILE = '/proc/thread-self/schedstat';

/** Out of that file; undefined where the kernel does not count. */
export const parseScheduled = (text: string | undefined): ScheduledTime | undefined => {
  const [, ran, waited] = /^(\d+) (\d+) \d+$/.exec(text ?? '') ?? [];
  if (ran === undefined || waited === undefined) return undefined;
  return { ranMs: Number(ran) / NANOSECONDS, waitedMs: Number(waited) / NANOSECONDS };
};

/**
 * How many times longer the work of a thread took because it had to wait for a processor: `1 + waited / ran`.
 * Undefined where it ran too little to tell. This is what happened, and needs no model of the scheduler: groups of
 * processes, weights and quotas are in it, which a run queue does not show.
 * @param since an earlier moment of the same thread @default its start
 */
export const ownSlowness = (
  { ranMs, waitedMs }: ScheduledTime,
  since: ScheduledTime = { ranMs: 0, waitedMs: 0 },
): number | undefined => {
  const ran = ranMs - since.ranMs;
  return ran < LEAST_RUN_MS ? undefined : 1 + Math.max(0, waitedMs - since.waitedMs) / ran;
};
