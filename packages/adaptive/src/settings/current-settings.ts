import { processEnvironment } from '../hand-over.js';
import { currentMachine } from '../machine/current-machine.js';
import { decideSettings, type ResolvedSettings } from './decide-settings.js';
import { handedSettings } from './handed-settings.js';

let settings: ResolvedSettings | undefined;

/**
 * The settings of the run, as the main process handed them over. Without any: the defaults and the environment
 * variables.
 */
export const currentSettings = (): ResolvedSettings => {
  settings ??=
    handedSettings() ?? decideSettings({ variables: processEnvironment(), machine: currentMachine() });
  return settings;
};
