import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { HoldfastError } from '@holdfast/journal/sandbox';
import { createJiti } from 'jiti';
import { parse as parseYaml } from 'yaml';
import { printError } from '../../print.js';
import { checkSettings } from '../check-settings.js';
import type { Settings } from '../settings.js';
import { findSettingsFile } from './find-settings-file.js';

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

const readSettings = async (file: string): Promise<unknown> => {
  const ending = extname(file);
  if (ending === '.json') return JSON.parse(readFileSync(file, 'utf8'));
  if (ending === '.yaml') return parseYaml(readFileSync(file, 'utf8')) ?? {};
  return createJiti(file, { moduleCache: false, fsCache: false }).import(file, { default: true });
};

/** What editors need of a JSON file, and nobody else. */
const EDITOR_KEYS = ['$schema'];

/**
 * Finds and reads the settings file of a project. TypeScript needs no set-up.
 * @throws HoldfastError `HOLDFAST_SETTINGS` for a file that cannot be read or that holds a mistake
 */
export const loadSettings = async ({
  directory,
  otherKeys = [],
}: LoadSettingsOptions): Promise<LoadedSettings> => {
  const file = findSettingsFile(directory);
  if (file === undefined) return { file, settings: {}, others: {} };
  let content: unknown;
  try {
    content = await readSettings(file);
  } catch (error) {
    const message = `${file}: the settings could not be read: ${printError(error)}`;
    throw new HoldfastError('HOLDFAST_SETTINGS', message, { file }, { cause: error });
  }
  const settings = checkSettings(content, file, [...otherKeys, ...EDITOR_KEYS]);
  const entries = Object.entries(content as object).filter(([key]) => otherKeys.includes(key));
  return { file, settings, others: Object.fromEntries(entries) };
};
