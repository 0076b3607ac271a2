import { coreModule } from '@holdfast/journal/sandbox';
import { systemClock } from '../clock.js';
import { ASYNCHRONOUS_PARTS, type CalibrationPart, SYNCHRONOUS_PARTS } from './calibration-parts.js';
import { REFERENCE } from './reference.data.js';

const process = coreModule('node:process');
const cpuUsage = process?.cpuUsage;
/** The system's clock of processor time ticks every 15.6 ms there, which is too coarse. */
const coarse = process?.platform === 'win32';
const ROUNDS = 5;

/** Milliseconds that each part took. */
export type PartTimes = Readonly<Partial<Record<CalibrationPart, number>>>;

/** A stop watch for work: processor time, so that other work on the machine does not count as slowness. */
const stopWatch = (): (() => number) => {
  const from = systemClock.now();
  const before = cpuUsage?.();
  return () => {
    const wall = systemClock.now() - from;
    const used = before === undefined || coarse ? undefined : cpuUsage?.(before);
    // Threads of the garbage collector work at the same time: more processor time than time is theirs.
    return used === undefined ? wall : Math.min(wall, (used.user + used.system) / 1_000);
  };
};

const timeSynchronous = (): PartTimes =>
  Object.fromEntries(
    Object.entries(SYNCHRONOUS_PARTS).map(([name, work]) => {
      const stop = stopWatch();
      work();
      return [name, stop()];
    }),
  );

const timeAll = async (): Promise<PartTimes> => {
  const synchronous = timeSynchronous();
  const stop = stopWatch();
  await ASYNCHRONOUS_PARTS.turns();
  return { ...synchronous, turns: stop() };
};

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
};

/** The median of each part over several rounds. */
export const medianTimes = (rounds: readonly PartTimes[]): PartTimes =>
  Object.fromEntries(
    Object.keys(rounds[0] ?? {}).map((name) => [
      name,
      median(rounds.map((times) => times[name as CalibrationPart] ?? 0)),
    ]),
  );

/**
 * Speed against the reference: the geometric mean, over the parts, of reference time by own time. So no part counts
 * for more because its figure is larger.
 */
export const speedOf = (
  times: PartTimes,
  reference: Readonly<Record<CalibrationPart, number>> = REFERENCE.ms,
): number => {
  const ratios = Object.entries(times)
    .filter(([, ms]) => ms > 0)
    .map(([name, ms]) => reference[name as CalibrationPart] / ms);
  if (ratios.length === 0) return 1;
  return Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
};

/** Times of a calibration: the median of five rounds of about 60 ms each on the reference machine. */
export const calibrate = async (): Promise<PartTimes> => {
  const rounds: PartTimes[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await timeAll());
  return medianTimes(rounds);
};

/**
 * The same at once, without the event loop's part, in one round after a first one that warms the compiler up: for a
 * worker that nobody handed a profile.
 */
export const calibrateAtOnce = (): PartTimes => {
  timeSynchronous();
  return timeSynchronous();
};
