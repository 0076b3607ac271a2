import { coreModule } from '@holdfast/journal/sandbox';
import { acceptNumber } from '../accept/number.js';
import { acceptOptions } from '../accept/options.js';
import { systemClock } from '../clock.js';
import { currentMachine } from '../machine/current-machine.js';
import { evidencePort } from '../port.js';
import { judgeOverload } from './judge-overload.js';
import { liveReport } from './live-report.js';
import type { ResourceReport } from './resource-report.js';
import { createSampler, type ResourceSample } from './sampler.js';
import { createSeries, type Series, type Spread } from './series.js';

export interface MonitorOptions {
  /** Milliseconds between samples. @default 100 */
  readonly interval?: number;
}

/** Watches machine and worker in the background until it is stopped. */
export interface Monitor {
  /** What was seen so far. */
  report(): ResourceReport;
  /** Ends the watch and gives what was seen; tells it to the test's evidence. A second call gives the same. */
  stop(): ResourceReport;
}

const timers = coreModule('node:timers');
const monitorDelay = coreModule('node:perf_hooks')?.monitorEventLoopDelay;
const startInterval = timers?.setInterval ?? setInterval;
const stopInterval = timers?.clearInterval ?? clearInterval;
const NANOSECONDS = 1e6;
const LAG_RESOLUTION_MS = 10;
const FIELDS: readonly (keyof ResourceSample)[] = [
  'cpu',
  'ownCpu',
  'memory',
  'memoryShare',
  'openFiles',
  'pressure',
];

const rounded = (value: number): number => Math.round(value * 10) / 10;

const spreadOfLag = (delay: ReturnType<NonNullable<typeof monitorDelay>> | undefined): Spread | undefined => {
  if (delay === undefined || delay.max === 0) return undefined;
  // The histogram holds the time between two ticks; what is above its resolution is lateness.
  const late = (nanoseconds: number): number =>
    rounded(Math.max(0, nanoseconds / NANOSECONDS - LAG_RESOLUTION_MS));
  const at = (share: number): number => late(delay.percentile(share));
  return { mean: late(delay.mean), p50: at(50), p95: at(95), p99: at(99), peak: late(delay.max) };
};

/**
 * Samples processors, memory, event-loop lag and file descriptors in the background, and tells whether the machine
 * was overloaded meanwhile. Fake timers do not stop it; it keeps no process alive.
 * @throws TypeError for an interval below 10 ms
 * @example const watch = monitor(); await work(); expect(watch.stop()).toStayWithin({ loopLag: 200 })
 */
export const monitor = (options: MonitorOptions = {}): Monitor => {
  acceptOptions('monitor', options, ['interval']);
  const interval = acceptNumber('interval', options.interval ?? 100, {
    from: 10,
    to: 60_000,
    unit: 'milliseconds',
  });
  const { cores, memoryBytes } = currentMachine();
  const startedAt = systemClock.now();
  const sample = createSampler(memoryBytes);
  const series = new Map<keyof ResourceSample, Series>(FIELDS.map((field) => [field, createSeries()]));
  let samples = 0;
  let final: ResourceReport | undefined;
  const delay = monitorDelay?.({ resolution: LAG_RESOLUTION_MS });
  delay?.enable();

  const take = (): void => {
    samples += 1;
    for (const [field, value] of Object.entries(sample()))
      series.get(field as keyof ResourceSample)?.add(value);
  };
  const timer = startInterval(take, interval);
  if (typeof timer === 'object') timer.unref();

  const report = (): ResourceReport => {
    const spreads = [...series].map(([field, values]) => [field, values.spread()] as const);
    const lag = spreadOfLag(delay);
    const facts = {
      durationMs: rounded(systemClock.now() - startedAt),
      samples,
      ...Object.fromEntries(spreads.filter(([, spread]) => spread !== undefined)),
      ...(lag === undefined ? {} : { loopLag: lag }),
    };
    const reasons = judgeOverload({ ...facts, cores });
    return { ...facts, overloaded: reasons.length > 0, reasons };
  };
  const stop = (): ResourceReport => {
    if (final !== undefined) return final;
    stopInterval(timer);
    take();
    delay?.disable();
    final = report();
    if (!isKept) evidencePort().recordOnFailure('resources', final);
    return final;
  };
  // A test that runs into its limit never stops its monitor: what is kept is asked when the failure writes it.
  const isKept = evidencePort().keeps;
  if (isKept)
    evidencePort().recordOnFailure(
      'resources',
      liveReport(() => final ?? report()),
    );
  return { report: () => final ?? report(), stop };
};
