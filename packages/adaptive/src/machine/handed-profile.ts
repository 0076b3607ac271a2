import { MACHINE_VARIABLE, type MachineProfile, readMachineProfile } from '@holdfast/journal/sandbox';
import { type Environment, handOver, processEnvironment } from '../hand-over.js';

export { MACHINE_VARIABLE };

/** Hands a profile to every worker that is started from now on. */
export const handProfile = (profile: MachineProfile, environment: Environment = processEnvironment()): void =>
  handOver(MACHINE_VARIABLE, profile, environment);

/** The profile that was handed over; undefined where there is none, or none that can be read. */
export const handedProfile = (environment: Environment = processEnvironment()): MachineProfile | undefined =>
  readMachineProfile(environment[MACHINE_VARIABLE]);
