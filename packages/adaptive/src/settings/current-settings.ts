import { coreModule } from '@holdfast/journal/sandbox';
import { currentMachine } from '../machine/current-machine.js';
import { handedSettings } from './handed-settings.js';
import { type ResolvedSettings, resolveSettings } from './resolve-settings.js';

let settings: ResolvedSettings | undefined;

/**
 * The settings of the run, as the main process handed them over. Without any: the defaults and the environment
 * variables.
 */
export const currentSettings = (): ResolvedSettings => {
  settings ??=
    handedSettings() ??
    resolveSettings({ variables: coreModule('node:process')?.env ?? {}, machine: currentMachine() });
  return settings;
};
