import { type Environment, handedOver, handOver, processEnvironment } from '../hand-over.js';
import { type MachineProfile, TIERS } from './profile.js';

/** Environment variable by which the main process hands the profile to its workers, as JSON. */
export const MACHINE_VARIABLE = 'HOLDFAST_MACHINE';

/** Hands a profile to every worker that is started from now on. */
export const handProfile = (profile: MachineProfile, environment: Environment = processEnvironment()): void =>
  handOver(MACHINE_VARIABLE, profile, environment);

const isWhole = ({ version, cores, memoryBytes, speed, load, tier }: Partial<MachineProfile>): boolean =>
  version === 1 &&
  [cores, speed, load].every((figure) => Number.isFinite(figure) && (figure as number) > 0) &&
  Number.isFinite(memoryBytes) &&
  TIERS.includes(tier as never);

/** The profile that was handed over; undefined where there is none, or none that can be read. */
export const handedProfile = (environment: Environment = processEnvironment()): MachineProfile | undefined =>
  handedOver(MACHINE_VARIABLE, environment, isWhole);
