import { OPTION_CHECKS } from './option-checks.js';

/** Keys of the settings file that only commands read. */
export const COMMAND_OPTION_NAMES: readonly string[] = ['gate'];

/** What may stand in the settings file besides settings: reporter options and what commands read. The environment is the settings' own. */
export const FILE_OPTION_NAMES: readonly string[] = [
  ...Object.keys(OPTION_CHECKS).filter((name) => name !== 'environment'),
  ...COMMAND_OPTION_NAMES,
];
