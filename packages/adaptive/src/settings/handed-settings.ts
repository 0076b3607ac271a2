import { type Environment, handedOver, processEnvironment } from '../hand-over.js';
import type { ResolvedSettings } from './decide-settings.js';

/** Environment variable by which the main process hands the settings to its workers, as JSON. */
export const SETTINGS_VARIABLE = 'HOLDFAST_SETTINGS';

const isWhole = ({ limits, passRate, forcedLimits, timeMultiplier }: Partial<ResolvedSettings>): boolean =>
  [limits, passRate, forcedLimits].every((part) => typeof part === 'object') &&
  typeof timeMultiplier === 'number';

/** The settings that were handed over; undefined where there are none that can be read. */
export const handedSettings = (
  environment: Environment = processEnvironment(),
): ResolvedSettings | undefined => handedOver(SETTINGS_VARIABLE, environment, isWhole);
