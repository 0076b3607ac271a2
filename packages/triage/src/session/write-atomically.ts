import { join } from 'node:path';
import { type FileSystem, fileSystem } from './file-system.js';

/** Bytes that are written at once: a report is never held twice, as text and as bytes. */
const BATCH_BYTES = 65_536;
/** UTF-8 takes up to three bytes for a unit. */
const WIDEST = 3;
const MOST_UNITS = Math.floor(BATCH_BYTES / WIDEST);

// As they are when this module loads: tests that run in the reporter's own process patch the real ones.
const allocate = Buffer.allocUnsafe;
const encode = Buffer.prototype.write;

let scratch: Buffer | undefined;
let counter = 0;

const isHalfPair = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;

/** Where a text can be cut so that the part fits into a batch; a character of two units is never split. */
const endOfPart = (text: string, start: number): number => {
  const end = start + MOST_UNITS;
  if (end >= text.length) return text.length;
  return isHalfPair(text.charCodeAt(end - 1)) ? end - 1 : end;
};

/** A text, or what gives it part by part, of whole characters. */
type Text = string | ((write: (part: string) => void) => void);

const writeText = (descriptor: number, text: Text, files: FileSystem): void => {
  scratch ??= allocate(BATCH_BYTES);
  const bytes = scratch;
  let used = 0;
  const flush = (): void => {
    const filled = bytes.subarray(0, used);
    for (let done = 0; done < used; ) done += files.write(descriptor, filled, done, used - done);
    used = 0;
  };
  const take = (part: string): void => {
    if (part.length * WIDEST > BATCH_BYTES - used) flush();
    if (part.length <= MOST_UNITS) {
      used += encode.call(bytes, part, used);
      return;
    }
    for (let start = 0, end = 0; start < part.length; start = end) {
      end = endOfPart(part, start);
      used = encode.call(bytes, part.slice(start, end), 0);
      flush();
    }
  };
  if (typeof text === 'string') take(text);
  else text(take);
  flush();
};

/** A file's new content beside it, whole, which nobody reads yet. */
export interface StagedFile {
  readonly path: string;
  /** Puts it in the place of the old file. Throws what the system throws, and leaves no temporary file behind. */
  replace(): void;
  /** Removes it; the old file stays. Never throws. */
  discard(): void;
}

/**
 * Writes what a file is to hold into a temporary file of the same folder. Throws what the system throws, and leaves no
 * temporary file behind.
 */
export const stageFile = (
  folder: string,
  name: string,
  text: Text,
  files: FileSystem = fileSystem,
): StagedFile => {
  const path = join(folder, name);
  counter += 1;
  const temporary = join(folder, `.${name}.${process.pid}-${counter}.tmp`);
  const discard = (): void => {
    try {
      files.remove(temporary);
    } catch {
      // It was never made, or the folder is gone.
    }
  };
  const orDiscard = (action: () => void): void => {
    try {
      action();
    } catch (error) {
      discard();
      throw error;
    }
  };
  orDiscard(() => {
    const descriptor = files.open(temporary, 'wx', 0o644);
    try {
      writeText(descriptor, text, files);
    } finally {
      files.close(descriptor);
    }
  });
  return { path, discard, replace: () => orDiscard(() => files.rename(temporary, path)) };
};

/**
 * Writes a file so that a reader sees the old one or the new one and never half of one: into a temporary
 * file of the same folder, renamed over the old. Two writers at once do not mix. Throws what the system throws,
 * and leaves no temporary file behind.
 */
export const writeAtomically = (
  folder: string,
  name: string,
  text: Text,
  files: FileSystem = fileSystem,
): string => {
  const staged = stageFile(folder, name, text, files);
  staged.replace();
  return staged.path;
};
