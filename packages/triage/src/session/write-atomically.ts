import { join } from 'node:path';
import { type FileSystem, fileSystem } from './file-system.js';

/** Units that are written at once: a report is never held twice, as text and as bytes. */
const BATCH = 32_768;
/** UTF-8 takes up to three bytes for a unit. */
const WIDEST = 3;
const encoder = new TextEncoder();
let scratch = new Uint8Array(0);

let counter = 0;

const writeAll = (descriptor: number, bytes: Uint8Array, files: FileSystem): void => {
  let done = 0;
  while (done < bytes.length) done += files.write(descriptor, bytes, done, bytes.length - done);
};

const isHalfPair = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;

/** Writes a text through a small store of bytes; a character of two units is never split. */
const writeUnits = (descriptor: number, text: string, files: FileSystem): void => {
  if (scratch.length === 0) scratch = new Uint8Array(BATCH * WIDEST);
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + BATCH, text.length);
    if (end < text.length && isHalfPair(text.charCodeAt(end - 1))) end -= 1;
    const { written } = encoder.encodeInto(text.slice(start, end), scratch);
    writeAll(descriptor, scratch.subarray(0, written), files);
    start = end;
  }
};

/** A text, or what gives it part by part, of whole characters. */
type Text = string | ((write: (part: string) => void) => void);

const writeText = (descriptor: number, text: Text, files: FileSystem): void => {
  if (typeof text === 'string') {
    writeUnits(descriptor, text, files);
    return;
  }
  let batch = '';
  text((part) => {
    batch += part;
    if (batch.length < BATCH) return;
    writeUnits(descriptor, batch, files);
    batch = '';
  });
  writeUnits(descriptor, batch, files);
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
  const path = join(folder, name);
  counter += 1;
  const temporary = join(folder, `.${name}.${process.pid}-${counter}.tmp`);
  try {
    const descriptor = files.open(temporary, 'wx', 0o644);
    try {
      writeText(descriptor, text, files);
    } finally {
      files.close(descriptor);
    }
    files.rename(temporary, path);
  } catch (error) {
    try {
      files.remove(temporary);
    } catch {
      // It was never made, or the folder is gone.
    }
    throw error;
  }
  return path;
};
