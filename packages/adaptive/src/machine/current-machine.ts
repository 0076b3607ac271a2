import { systemClock } from '../clock.js';
import { processEnvironment } from '../hand-over.js';
import { calibrateAtOnce, speedOf } from './calibrate.js';
import { calibrationCache } from './calibration-cache.js';
import { composeProfile } from './compose-profile.js';
import { handedProfile } from './handed-profile.js';
import { type MachineLoad, readLoad } from './load.js';
import { ownSlowness, type ScheduledTime } from './own-wait.js';
import type { MachineProfile } from './profile.js';
import { machineSource } from './source.js';

const LOAD_IS_FRESH_MS = 1_000;

const source = machineSource();
let profile: MachineProfile | undefined;
/** From here on this thread's waiting counts as that of the moment. */
let since: ScheduledTime | undefined;
let load: (MachineLoad & { readonly readAt: number }) | undefined;

const ownProfile = (): MachineProfile => {
  const cache = calibrationCache(source);
  const kept = cache.read();
  // Nothing is kept of a quick calibration: the next run's main process shall take a whole one.
  const speed = kept ?? speedOf(calibrateAtOnce());
  const { CI = 'false' } = processEnvironment();
  const ci = CI === 'false' || CI === '' ? null : 'CI';
  return composeProfile(source, { speed, speedSource: kept === undefined ? 'measured' : 'cached', ci });
};

/**
 * The machine as this worker knows it, with the load of the last second. The profile is the one that the main
 * process handed over; without one the worker measures for itself, once.
 */
export const currentMachine = (): MachineProfile => {
  profile ??= handedProfile() ?? ownProfile();
  const now = systemClock.now();
  if (load === undefined || now - load.readAt > LOAD_IS_FRESH_MS) {
    load = { ...readLoad(source, profile.cores, since), readAt: now };
    const { scheduled } = load;
    // A moment without work says nothing; it is looked at together with the next.
    if (scheduled && ownSlowness(scheduled, since) !== undefined) since = scheduled;
  }
  return { ...profile, load: Math.round(load.factor * 100) / 100, loadSource: load.source };
};
