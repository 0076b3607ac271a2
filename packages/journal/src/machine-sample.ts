import { monotonicNow } from './clock.js';
import { coreModule } from './core-modules.js';
import { busyShare, type CpuTimes, cpuTimes } from './cpu-times.js';
import { max, round } from './intrinsics.js';
import type { MachineFacts } from './machine-facts.js';
import { workerMemory } from './worker-memory.js';

/**
 * Facts of the machine around the failures of one test file. What needs an earlier look for comparison (the share of
 * the processors, the event loop's delay) is watched once the file is 50 ms old, or from its first failure on: most
 * files are over by then, and the looks would cost more than their tests.
 */
export interface MachineSampler {
  /** Call at the start of a test; gives a mark for `sample`. */
  mark(): LoopMark | undefined;
  /** Call at a failure. Takes at most one full sample in 100 ms; failures in between share it. */
  sample(mark: LoopMark | undefined): MachineFacts | undefined;
  /** Ends the measurement of the event loop's delay. */
  stop(): void;
}

/** How long the event loop had been idle and active at one moment. */
export interface LoopMark {
  readonly idle: number;
  readonly active: number;
}

const hooks = coreModule('node:perf_hooks');
const timers = coreModule('node:timers');
const process = coreModule('node:process');
const platform = process?.platform;
const availableMemory = process?.availableMemory;
const residentMemory = process?.memoryUsage.rss;
const utilization = hooks?.performance.eventLoopUtilization;
const monitorDelay = hooks?.monitorEventLoopDelay;
const startTimer = timers?.setTimeout;
const clearTimer = timers?.clearTimeout;

/** Granularity of the delay measurement: one native timer, no JavaScript. */
const LAG_RESOLUTION_MS = 20;
/** Files that are over earlier are not watched. */
const WATCH_AFTER_MS = 50;
const MINIMUM_INTERVAL_MS = 100;
const NANOSECONDS = 1e6;

type Draft = { -readonly [Key in keyof MachineFacts]: MachineFacts[Key] };

const hundredths = (value: number): number => round(value * 100) / 100;

/** The value that is got, or undefined where the system refuses. */
const attempt = <Value>(get: () => Value | undefined): Value | undefined => {
  try {
    return get();
  } catch {
    return undefined;
  }
};

const systemFacts = (facts: Draft): void => {
  // Most test files never need it, and loading it costs each of them.
  const os = coreModule('node:os');
  const free = attempt(() => os?.freemem());
  // In a container the limit counts, not what the host has left.
  const available = attempt(() => availableMemory?.());
  if (free !== undefined)
    facts.freeMemoryBytes = available !== undefined && available < free ? available : free;
  const resident = attempt(() => residentMemory?.());
  if (resident !== undefined) facts.residentBytes = resident;
  if (platform === 'win32') return;
  const folder = platform === 'linux' ? '/proc/self/fd' : '/dev/fd';
  const descriptors = attempt(() => workerMemory()?.list(folder).length);
  // Listing the folder holds one more open.
  if (descriptors !== undefined) facts.openFiles = descriptors - 1;
  const load = attempt(() => os?.loadavg()[0]);
  const cores = attempt(() => os?.availableParallelism());
  if (load !== undefined) facts.loadPerCore = hundredths(load / (cores ?? 1));
};

/** Begins to watch the machine for one test file; cheap until the file takes long or a failure asks. Never throws. */
export const watchMachine = (): MachineSampler => {
  const dueAt = monotonicNow() + WATCH_AFTER_MS;
  let delay: ReturnType<NonNullable<typeof monitorDelay>> | undefined;
  let times: CpuTimes | undefined;
  /** By how much the timer that begins the watch came late: the loop's delay until then. */
  let lateMs = 0;
  let watching = false;
  let stopped = false;
  let sampledAt = Number.NEGATIVE_INFINITY;
  let latest: MachineFacts = {};

  const begin = (): void => {
    if (watching || stopped) return;
    watching = true;
    lateMs = monotonicNow() - dueAt;
    times = attempt(cpuTimes);
    delay = attempt(() => monitorDelay?.({ resolution: LAG_RESOLUTION_MS }));
    attempt(() => delay?.enable());
  };

  // Without a hold on the process: it may end before.
  const timer = attempt(() => startTimer?.(begin, WATCH_AFTER_MS).unref());

  const lagMs = (): number | undefined => {
    if (stopped) return undefined;
    const watched = delay === undefined || delay.max === 0 ? undefined : delay.max / NANOSECONDS;
    delay?.reset();
    const longest = max(watched === undefined ? -1 : watched - LAG_RESOLUTION_MS, lateMs);
    lateMs = -1;
    if (longest >= 0) return round(longest);
    return watched === undefined ? undefined : 0;
  };

  const takeSample = (): MachineFacts => {
    const facts: Draft = {};
    const now = attempt(cpuTimes);
    const busy = busyShare(times, now);
    if (busy !== undefined) facts.cpuBusy = hundredths(busy);
    times = now ?? times;
    const lag = attempt(lagMs);
    if (lag !== undefined) facts.loopLagMs = lag;
    systemFacts(facts);
    return facts;
  };

  return {
    mark: () => utilization?.(),
    sample: (mark) =>
      attempt(() => {
        begin();
        const now = monotonicNow();
        if (now - sampledAt >= MINIMUM_INTERVAL_MS) {
          latest = takeSample();
          sampledAt = now;
        }
        if (mark === undefined || utilization === undefined) return latest;
        const loop = utilization();
        const active = loop.active - mark.active;
        const whole = active + loop.idle - mark.idle;
        return whole > 0 ? { ...latest, loopBusy: hundredths(active / whole) } : latest;
      }),
    stop: () => {
      stopped = true;
      attempt(() => clearTimer?.(timer));
      attempt(() => delay?.disable());
    },
  };
};
