import { OPTION_CHECKS } from './option-checks.js';

/** Reporter options that may stand in the settings file, too. The environment is the settings' own. */
export const FILE_OPTION_NAMES: readonly string[] = Object.keys(OPTION_CHECKS).filter(
  (name) => name !== 'environment',
);
