import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { settingsError } from '../settings-error.js';

/** Endings of a settings file, as they are looked for. */
const SETTINGS_ENDINGS = ['ts', 'mts', 'js', 'mjs', 'cjs', 'json', 'yaml'] as const;

const NAME = 'holdfast.config';

/**
 * The settings file of a project: in its folder or the nearest one above that has one, up to the folder that holds
 * the version control's. Undefined where there is none.
 * @throws HoldfastError `HOLDFAST_SETTINGS` where one folder holds several
 */
export const findSettingsFile = (directory: string): string | undefined => {
  for (let folder = resolve(directory); ; folder = dirname(folder)) {
    const found = SETTINGS_ENDINGS.map((ending) => join(folder, `${NAME}.${ending}`)).filter((path) =>
      existsSync(path),
    );
    const [first, second] = found;
    if (second !== undefined) {
      throw settingsError({ key: NAME, value: found, accepted: 'one file', origin: folder });
    }
    if (first !== undefined) return first;
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return undefined;
  }
};
