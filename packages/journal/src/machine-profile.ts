const parse: (text: string) => unknown = JSON.parse;

/** Coarse class of a machine, for settings by hardware. */
export type Tier = 'low' | 'medium' | 'high';

export const TIERS: readonly Tier[] = ['low', 'medium', 'high'];

/** What this machine can do, and how busy it was when the run began. Plain data, JSON. */
export interface MachineProfile {
  readonly version: 1;
  /** Processors that this process may use: affinity and a container's quota count. May be a fraction. */
  readonly cores: number;
  /** Memory that this process may use, in bytes: a container's limit counts. */
  readonly memoryBytes: number;
  /** Measured speed of one core; 1 is the reference machine, 2 is twice as fast. */
  readonly speed: number;
  /** Whether the speed was measured for this run, or kept from an earlier run of this boot. */
  readonly speedSource: 'measured' | 'cached';
  /** How many times longer work took because of other work when the profile was made; 1 to 10. */
  readonly load: number;
  /** `scheduler`: what the measuring thread itself had to wait for a processor. */
  readonly loadSource: 'pressure' | 'run-queue' | 'scheduler' | 'unknown';
  /** Name of the CI service, `'CI'` for one that has no name, null on a machine that is none. */
  readonly ci: string | null;
  readonly tier: Tier;
}

/** Environment variable by which the main process hands the profile to its workers, as JSON. */
export const MACHINE_VARIABLE = 'HOLDFAST_MACHINE';

const isAbove = (value: unknown, least: number): boolean =>
  typeof value === 'number' && value > least && value < Number.POSITIVE_INFINITY;

/** Whether a value is a profile that can be counted with. */
export const isMachineProfile = (value: unknown): value is MachineProfile => {
  if (typeof value !== 'object' || value === null) return false;
  const { version, cores, memoryBytes, speed, load, tier } = value as Partial<MachineProfile>;
  return (
    version === 1 &&
    isAbove(cores, 0) &&
    isAbove(memoryBytes, -1) &&
    isAbove(speed, 0) &&
    isAbove(load, 0) &&
    (tier === 'low' || tier === 'medium' || tier === 'high')
  );
};

/** The profile that a variable holds; undefined where it holds none that can be read. */
export const readMachineProfile = (text: string | undefined): MachineProfile | undefined => {
  if (text === undefined) return undefined;
  try {
    const value = parse(text);
    return isMachineProfile(value) ? value : undefined;
  } catch {
    return undefined;
  }
};
