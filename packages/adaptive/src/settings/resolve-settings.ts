import { checkPolicy, checkSettings } from './check-settings.js';
import { decideSettings, type ResolvedSettings, type SettingsSources } from './decide-settings.js';

/**
 * Decides the settings of a run: defaults, then the environment's, the tier's, the runner's options and the
 * environment variables, each on top of the one before. Pure.
 * @throws HoldfastError `HOLDFAST_SETTINGS` for a mistake in any of them
 */
export const resolveSettings = (sources: SettingsSources): ResolvedSettings => {
  const { file = {}, options = {} } = sources;
  const { environment: _, ...policy } = options;
  const checked = { ...sources, file: checkSettings(file, 'settings file'), options };
  checkPolicy(policy, 'options');
  const decided = decideSettings(checked);
  const { environment: __, forcedLimits: ___, ...merged } = decided;
  checkPolicy(merged, 'settings after merging');
  return decided;
};
