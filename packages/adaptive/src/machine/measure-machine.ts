import ciInfo from 'ci-info';
import { calibrate, speedOf } from './calibrate.js';
import { type CalibrationCache, calibrationCache } from './calibration-cache.js';
import { composeProfile } from './compose-profile.js';
import type { MachineProfile } from './profile.js';
import { type MachineSource, machineSource } from './source.js';

/** What a measurement can be given instead of the real thing. */
export interface MeasureOptions {
  /** @default the machine as Node and the system tell it */
  readonly source?: MachineSource;
  /** @default a file below the folder for temporary files */
  readonly cache?: CalibrationCache;
}

const ciName = (): string | null => (ciInfo.isCI ? (ciInfo.name ?? 'CI') : null);

/**
 * Measures the machine: once a run, in the runner's main process. Takes about 300 ms of one core, or next to nothing
 * where a calibration of this boot is kept. Works where `/proc` and control groups are missing. Never rejects.
 */
export const measureMachine = async (options: MeasureOptions = {}): Promise<MachineProfile> => {
  const source = options.source ?? machineSource();
  const cache = options.cache ?? calibrationCache(source);
  const kept = cache.read();
  if (kept !== undefined) return composeProfile(source, { speed: kept, speedSource: 'cached', ci: ciName() });
  const speed = speedOf(await calibrate());
  cache.write(speed);
  return composeProfile(source, { speed, speedSource: 'measured', ci: ciName() });
};
