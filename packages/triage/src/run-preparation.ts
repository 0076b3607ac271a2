import type { MachineProfile } from '@holdfast/journal';

/** The settings that the run's limits and loads were fitted by. */
export interface RunSettings {
  /** A factor for amounts of load, or `measured` where they follow the machine. */
  readonly load: number | 'measured';
  readonly timeMultiplier: number;
  /** Time limits by kind of test, in milliseconds. */
  readonly limits: Readonly<Record<string, number>>;
  readonly retryAttempts: number;
  /** Share of operations that has to succeed, 0 to 1. */
  readonly passRate: { readonly target: number; readonly floor: number };
  /** Size of pools; null where each test says its own. */
  readonly poolSize: number | null;
  /** The runner's own default limits were fitted to the machine. */
  readonly fitLimits: boolean;
}

/** What was found out before the workers started: what `prepareRun` of the adaptive helpers gives. */
export interface RunPreparation {
  readonly machine: MachineProfile;
  readonly settings: RunSettings & { readonly environment: string };
  /** Absolute path of the settings file; undefined where the project has none. */
  readonly file: string | undefined;
  /** What the file says under the names of reporter options; not checked. */
  readonly others: Readonly<Record<string, unknown>>;
  /** Mistakes in the settings, a line each. */
  readonly problems: readonly string[];
}
