import { coreModule } from '@holdfast/journal/sandbox';
import type { ResolvedSettings } from './decide-settings.js';

/** Environment variable by which the main process hands the settings to its workers, as JSON. */
export const SETTINGS_VARIABLE = 'HOLDFAST_SETTINGS';

type Environment = Record<string, string | undefined>;

const processEnvironment = (): Environment => coreModule('node:process')?.env ?? {};

/** Hands settings to every worker that is started from now on. */
export const handSettings = (
  settings: ResolvedSettings,
  environment: Environment = processEnvironment(),
): void => {
  environment[SETTINGS_VARIABLE] = JSON.stringify(settings);
};

/** The settings that were handed over; undefined where there are none that can be read. */
export const handedSettings = (
  environment: Environment = processEnvironment(),
): ResolvedSettings | undefined => {
  try {
    const settings: unknown = JSON.parse(environment[SETTINGS_VARIABLE] ?? 'null');
    const { limits, passRate, timeMultiplier } = (settings ?? {}) as Partial<ResolvedSettings>;
    const isWhole = limits !== undefined && passRate !== undefined && typeof timeMultiplier === 'number';
    return isWhole ? (settings as ResolvedSettings) : undefined;
  } catch {
    return undefined;
  }
};
