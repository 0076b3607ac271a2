import { MACHINE_VARIABLE, type MachineProfile, readMachineProfile } from '@holdfast/journal/sandbox';
import { type Environment, processEnvironment } from '../hand-over.js';

export { MACHINE_VARIABLE };

/** The profile that was handed over; undefined where there is none, or none that can be read. */
export const handedProfile = (environment: Environment = processEnvironment()): MachineProfile | undefined =>
  readMachineProfile(environment[MACHINE_VARIABLE]);
