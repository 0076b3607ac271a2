import { currentMachine } from '../machine/current-machine.js';
import { currentSettings } from '../settings/current-settings.js';
import type { TestKind } from '../settings/policy.js';
import { computeTimeLimit } from './compute-time-limit.js';
import type { FittedLimit } from './fitted-limit.js';

/** A limit fitted to this machine, its load of the moment and the settings. */
export const fitLimit = (askedMs: number, kind: TestKind = 'unit', mayShorten = false): FittedLimit => {
  const settings = currentSettings();
  const forced = settings.forcedLimits[kind];
  return computeTimeLimit(forced ?? askedMs, {
    machine: currentMachine(),
    multiplier: settings.timeMultiplier,
    mayShorten,
  });
};
