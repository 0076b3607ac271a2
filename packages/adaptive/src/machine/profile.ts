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

/** Coarse class of a machine, for settings by hardware. */
export type Tier = 'low' | 'medium' | 'high';

export const TIERS: readonly Tier[] = ['low', 'medium', 'high'];
