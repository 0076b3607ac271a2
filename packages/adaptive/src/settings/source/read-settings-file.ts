import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { HoldfastError } from '@holdfast/journal/sandbox';
import { printError } from '../../print.js';
import { findSettingsFile } from './find-settings-file.js';

/** A settings file with what it says, not checked. */
export interface SettingsFile {
  /** Absolute path. */
  readonly file: string;
  readonly content: unknown;
}

/** Loaded when there is a file that needs them: most projects have none, and every run asks. */
const read = async (file: string): Promise<unknown> => {
  const ending = extname(file);
  if (ending === '.json') return JSON.parse(readFileSync(file, 'utf8'));
  if (ending === '.yaml') {
    const { parse } = await import('yaml');
    return parse(readFileSync(file, 'utf8')) ?? {};
  }
  const { createJiti } = await import('jiti');
  return createJiti(file, { moduleCache: false, fsCache: false }).import(file, { default: true });
};

/**
 * Finds and reads the settings file of a project; undefined where it has none. TypeScript needs no set-up.
 * @param directory folder from which the file is looked for, upwards
 * @throws HoldfastError `HOLDFAST_SETTINGS` for a file that cannot be read, and several in one folder
 */
export const readSettingsFile = async (directory: string): Promise<SettingsFile | undefined> => {
  const file = findSettingsFile(directory);
  if (file === undefined) return undefined;
  try {
    return { file, content: await read(file) };
  } catch (error) {
    const message = `${file}: the settings could not be read: ${printError(error)}`;
    throw new HoldfastError('HOLDFAST_SETTINGS', message, { file }, { cause: error });
  }
};

/** What a file says under keys that other parts of Holdfast read. */
export const othersIn = (
  content: unknown,
  otherKeys: readonly string[],
): Readonly<Record<string, unknown>> =>
  typeof content === 'object' && content !== null
    ? Object.fromEntries(Object.entries(content).filter(([key]) => otherKeys.includes(key)))
    : {};
