import { busyShare, coreModule, cpuTimes } from '@holdfast/journal/sandbox';
import { systemClock } from '../clock.js';
import { pressureFiles } from '../machine/cgroup.js';
import { parsePressure } from '../machine/load.js';
import { machineSource } from '../machine/source.js';

/** Figures of one moment; a field is absent where the system does not tell, or not this time. */
export interface ResourceSample {
  readonly cpu?: number;
  readonly ownCpu?: number;
  readonly memory?: number;
  readonly memoryShare?: number;
  readonly openFiles?: number;
  readonly pressure?: number;
}

const fs = coreModule('node:fs');
const os = coreModule('node:os');
const process = coreModule('node:process');
const cpuUsage = process?.cpuUsage;
const residentMemory = process?.memoryUsage.rss;
const freeMemory = process?.availableMemory ?? os?.freemem;
const list = fs?.readdirSync;

/** Dear figures are taken every so many samples. */
const DEAR_EVERY = 10;

const attempt = <Value>(get: () => Value | undefined): Value | undefined => {
  try {
    return get();
  } catch {
    return undefined;
  }
};

const known = (sample: { [Key in keyof ResourceSample]: number | undefined }): ResourceSample =>
  Object.fromEntries(Object.entries(sample).filter(([, value]) => value !== undefined));

/** Takes samples, each about the time since the one before. Never throws. */
export const createSampler = (memoryBytes: number): (() => ResourceSample) => {
  const { platform, readText } = machineSource();
  const folder = platform === 'linux' ? '/proc/self/fd' : platform === 'win32' ? undefined : '/dev/fd';
  const files = pressureFiles(readText).filter((path) => readText(path) !== undefined);
  let times = attempt(cpuTimes);
  let own = cpuUsage?.();
  let at = systemClock.now();
  let count = 0;
  return () => {
    const now = systemClock.now();
    const elapsedMs = now - at;
    const nextTimes = attempt(cpuTimes);
    const nextOwn = cpuUsage?.();
    const cpu = busyShare(times, nextTimes);
    const usedMs =
      own && nextOwn ? (nextOwn.user + nextOwn.system - own.user - own.system) / 1_000 : undefined;
    const ownCpu = usedMs === undefined || elapsedMs <= 0 ? undefined : usedMs / elapsedMs;
    // Ticks that are too few are left to the next sample.
    if (cpu !== undefined) times = nextTimes;
    own = nextOwn;
    at = now;
    const isDear = count % DEAR_EVERY === 0;
    count += 1;
    const free = isDear ? attempt(() => freeMemory?.()) : undefined;
    const shares = isDear
      ? files.map((path) => parsePressure(readText(path))).filter((value) => value !== undefined)
      : [];
    return known({
      cpu,
      ownCpu,
      memory: attempt(() => residentMemory?.()),
      memoryShare:
        free === undefined || memoryBytes <= 0 ? undefined : Math.min(1, Math.max(0, 1 - free / memoryBytes)),
      openFiles: isDear && folder !== undefined ? attempt(() => list?.(folder).length) : undefined,
      pressure: shares.length === 0 ? undefined : Math.max(...shares),
    });
  };
};
