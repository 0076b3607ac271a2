import { printNumber } from '../print.js';
import type { MachineProfile } from './profile.js';

const GIBIBYTE = 2 ** 30;

/** The profile on one line, for reports. */
export const describeProfile = (profile: MachineProfile): string => {
  const { cores, memoryBytes, speed, load, tier, ci } = profile;
  const coreText = `${printNumber(cores)} ${cores === 1 ? 'core' : 'cores'}`;
  const place = ci === null ? 'no CI' : ci;
  return `${coreText}, ${printNumber(memoryBytes / GIBIBYTE)} GiB, speed ${speed}, load ${load}, tier ${tier}, ${place}`;
};
