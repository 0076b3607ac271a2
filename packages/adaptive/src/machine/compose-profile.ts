import { readLoad } from './load.js';
import type { MachineProfile } from './profile.js';
import type { MachineSource } from './source.js';
import { tierOf } from './tier.js';
import { usableOf } from './usable.js';

const hundredths = (value: number): number => Math.round(value * 100) / 100;

/** Facts that are measured or known from elsewhere than the system's files. */
export interface MeasuredFacts {
  readonly speed: number;
  readonly speedSource: MachineProfile['speedSource'];
  readonly ci: string | null;
}

/** A profile out of what the system tells and what was measured. */
export const composeProfile = (
  source: MachineSource,
  { speed, speedSource, ci }: MeasuredFacts,
): MachineProfile => {
  const usable = usableOf(source);
  const load = readLoad(source, usable.cores);
  const rounded = Math.max(0.01, hundredths(speed));
  return {
    version: 1,
    ...usable,
    speed: rounded,
    speedSource,
    load: hundredths(load.factor),
    loadSource: load.source,
    ci,
    tier: tierOf({ ...usable, speed: rounded }),
  };
};
