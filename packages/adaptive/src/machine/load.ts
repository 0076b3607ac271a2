import { pressureFiles } from './cgroup.js';
import { ownSlowness, parseScheduled, SCHEDULED_FILE, type ScheduledTime } from './own-wait.js';
import type { MachineSource } from './source.js';

/** How busy the machine is. */
export interface MachineLoad {
  /** How many times longer work takes because of other work: 1 on an idle machine, 10 at most. */
  readonly factor: number;
  /** Where it is known from: the kernel's pressure information, the run queue, this thread's own waiting, or nowhere. */
  readonly source: 'pressure' | 'run-queue' | 'scheduler' | 'unknown';
  /** This thread's time until now, to look at the load since; absent where the kernel does not count it. */
  readonly scheduled?: ScheduledTime;
}

/** Figures of the system that a load factor is made from. */
export interface LoadFigures {
  /** Share of the last ten seconds in which work waited for a processor, 0 to 1; undefined where unknown. */
  readonly pressure: number | undefined;
  /** Tasks of the machine that run or wait for a processor; 0 where unknown. */
  readonly runnable: number;
  readonly processors: number;
  readonly usableCores: number;
}

/** A longer limit than this hides a hang more than it helps. */
const HIGHEST_LOAD = 10;

/**
 * `1 + share of time in which work waits x waiting tasks per processor`, at most 10.
 *
 * With r runnable tasks on c processors each gets c / r of its time, so work takes r / c = 1 + (r - c) / c times as
 * long, for the share of time in which that is so. The kernel's pressure (`some`, see kernel.org/doc, PSI) is this
 * share; without it the run queue has to do, with a share of 1. Pressure without a long run queue comes from a quota
 * or a short burst: then one task is taken to wait.
 */
export const loadFactor = ({ pressure, runnable, processors, usableCores }: LoadFigures): number => {
  const queue = Math.max(0, runnable - processors) / processors;
  const waiting = pressure !== undefined && pressure > 0 ? Math.max(queue, 1 / usableCores) : queue;
  return Math.min(HIGHEST_LOAD, 1 + (pressure ?? 1) * waiting);
};

/** The share of the last ten seconds out of a pressure file. */
export const parsePressure = (text: string | undefined): number | undefined => {
  const percent = Number(/^some avg10=([\d.]+)/m.exec(text ?? '')?.[1]);
  return percent >= 0 && percent <= 100 ? percent / 100 : undefined;
};

/** Tasks that are runnable at this moment, out of `/proc/loadavg`. */
export const parseRunnable = (text: string | undefined): number | undefined => {
  const [, running] = /^\S+ \S+ \S+ (\d+)\/\d+/.exec(text ?? '') ?? [];
  return running === undefined ? undefined : Number(running);
};

/** How busy the system's own figures say that the machine is. */
const readQueue = (source: MachineSource, usableCores: number): MachineLoad => {
  const shares = pressureFiles(source.readText)
    .map((path) => parsePressure(source.readText(path)))
    .filter((share) => share !== undefined);
  const pressure = shares.length === 0 ? undefined : Math.max(...shares);
  const average = source.loadAverage();
  const running = parseRunnable(source.readText('/proc/loadavg'));
  const runnable = Math.max(average, running ?? 0);
  if (pressure === undefined && average === 0 && running === undefined)
    return { factor: 1, source: 'unknown' };
  const { processors } = source;
  return {
    factor: loadFactor({ pressure, runnable, processors, usableCores }),
    source: pressure === undefined ? 'run-queue' : 'pressure',
  };
};

/**
 * How busy the machine is right now: what its queue says, or what this thread itself had to wait, whichever is more.
 * @param since a moment of this thread, to look at what came after @default its start
 */
export const readLoad = (
  source: MachineSource,
  usableCores: number,
  since?: ScheduledTime | undefined,
): MachineLoad => {
  const queue = readQueue(source, usableCores);
  const scheduled = parseScheduled(source.readText(SCHEDULED_FILE));
  if (scheduled === undefined) return queue;
  const own = Math.min(HIGHEST_LOAD, ownSlowness(scheduled, since) ?? 1);
  return own > queue.factor ? { factor: own, source: 'scheduler', scheduled } : { ...queue, scheduled };
};
