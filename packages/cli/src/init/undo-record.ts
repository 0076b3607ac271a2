import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { InputError } from '../input-error.js';

/** Where the undoing is kept, from the project's root. */
export const UNDO_FILE = '.holdfast/init.json';

/** What a file was before it was edited. */
export interface UndoRecord {
  /** From the project's root. */
  readonly file: string;
  /** Its bytes in base64; null where there was none. */
  readonly before: string | null;
  /** What it was made: a file that has another one was changed since. */
  readonly afterSha256: string;
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const writeUndoRecord = (folder: string, record: UndoRecord): void => {
  const path = join(folder, UNDO_FILE);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify({ format: 'holdfast-init', version: 1, ...record }, null, 2)}\n`);
};

/** @throws InputError where there is nothing to undo, or the record is damaged */
export const readUndoRecord = (folder: string): UndoRecord => {
  const path = join(folder, UNDO_FILE);
  if (!existsSync(path)) throw new InputError(`there is nothing to undo: ${UNDO_FILE} is not there`);
  let value: Partial<Record<string, unknown>>;
  try {
    value = JSON.parse(readFileSync(path, 'utf8')) ?? {};
  } catch {
    value = {};
  }
  const { format, file, before, afterSha256 } = value;
  const isWhole =
    format === 'holdfast-init' &&
    typeof file === 'string' &&
    basename(file) === file &&
    (before === null || typeof before === 'string') &&
    typeof afterSha256 === 'string';
  if (!isWhole)
    throw new InputError(`${UNDO_FILE} is damaged; take Holdfast out of the configuration by hand`);
  return { file, before, afterSha256 };
};

/** Removes the record, and its folder where nothing else lies in it. */
export const removeUndoRecord = (folder: string): void => {
  const path = join(folder, UNDO_FILE);
  rmSync(path, { force: true });
  if (readdirSync(dirname(path)).length === 0) rmdirSync(dirname(path));
};
