import { coreModule } from '@holdfast/journal/sandbox';
import { type MachineProfile, TIERS } from './profile.js';

/** Environment variable by which the main process hands the profile to its workers, as JSON. */
export const MACHINE_VARIABLE = 'HOLDFAST_MACHINE';

type Environment = Record<string, string | undefined>;

const processEnvironment = (): Environment => coreModule('node:process')?.env ?? {};

/** Hands a profile to every worker that is started from now on. */
export const handProfile = (
  profile: MachineProfile,
  environment: Environment = processEnvironment(),
): void => {
  environment[MACHINE_VARIABLE] = JSON.stringify(profile);
};

const isProfile = (value: unknown): value is MachineProfile => {
  const { version, cores, memoryBytes, speed, load, tier } = (value ?? {}) as Partial<MachineProfile>;
  return (
    version === 1 &&
    [cores, speed, load].every((figure) => Number.isFinite(figure) && (figure as number) > 0) &&
    Number.isFinite(memoryBytes) &&
    TIERS.includes(tier as never)
  );
};

/** The profile that was handed over; undefined where there is none, or none that can be read. */
export const handedProfile = (
  environment: Environment = processEnvironment(),
): MachineProfile | undefined => {
  try {
    const profile: unknown = JSON.parse(environment[MACHINE_VARIABLE] ?? 'null');
    return isProfile(profile) ? profile : undefined;
  } catch {
    return undefined;
  }
};
