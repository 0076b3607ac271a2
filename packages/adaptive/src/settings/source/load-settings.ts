import { checkSettings } from '../check-settings.js';
import type { Settings } from '../settings.js';
import { othersIn, readSettingsFile } from './read-settings-file.js';

/** Settings with the file that they come from. */
export interface LoadedSettings {
  /** Absolute path, or undefined where the project has no settings file. */
  readonly file: string | undefined;
  readonly settings: Settings;
  /** What the file says under keys that other parts of Holdfast read; not checked. */
  readonly others: Readonly<Record<string, unknown>>;
}

export interface LoadSettingsOptions {
  /** Folder from which the file is looked for, upwards. */
  readonly directory: string;
  /** Top-level keys that other parts of Holdfast read. @default none */
  readonly otherKeys?: readonly string[];
}

/** What editors need of a JSON file, and nobody else. */
const EDITOR_KEYS = ['$schema'];

/**
 * Checks what a settings file says.
 * @returns what it says about limits, without the keys that others read
 * @throws HoldfastError `HOLDFAST_SETTINGS` for a mistake in it
 */
export const settingsIn = (content: unknown, file: string, otherKeys: readonly string[]): Settings =>
  checkSettings(content, file, [...otherKeys, ...EDITOR_KEYS]);

/**
 * Finds and reads the settings file of a project. TypeScript needs no set-up.
 * @throws HoldfastError `HOLDFAST_SETTINGS` for a file that cannot be read or that holds a mistake
 */
export const loadSettings = async ({
  directory,
  otherKeys = [],
}: LoadSettingsOptions): Promise<LoadedSettings> => {
  const found = await readSettingsFile(directory);
  if (found === undefined) return { file: undefined, settings: {}, others: {} };
  const { file, content } = found;
  return { file, settings: settingsIn(content, file, otherKeys), others: othersIn(content, otherKeys) };
};
