import { join } from 'node:path';
import { type FileSystem, fileSystem } from './file-system.js';

const toBytes = Buffer.from;

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

const encode = (text: string): Uint8Array => {
  if (text.length > 2 * BATCH) return toBytes(text, 'utf8');
  if (scratch.length === 0) scratch = new Uint8Array(2 * BATCH * WIDEST);
  return scratch.subarray(0, encoder.encodeInto(text, scratch).written);
};

const writeParts = (descriptor: number, parts: Iterable<string>, files: FileSystem): void => {
  let batch = '';
  for (const part of parts) {
    batch += part;
    if (batch.length < BATCH) continue;
    writeAll(descriptor, encode(batch), files);
    batch = '';
  }
  writeAll(descriptor, encode(batch), files);
};

/**
 * Writes a file so that a reader sees the old one or the new one and never half of one: into a temporary
 * file of the same folder, renamed over the old. Two writers at once do not mix. Throws what the system throws,
 * and leaves no temporary file behind.
 * @param text whole, or in parts of whole characters
 */
export const writeAtomically = (
  folder: string,
  name: string,
  text: string | Iterable<string>,
  files: FileSystem = fileSystem,
): string => {
  const path = join(folder, name);
  counter += 1;
  const temporary = join(folder, `.${name}.${process.pid}-${counter}.tmp`);
  try {
    const descriptor = files.open(temporary, 'wx', 0o644);
    try {
      writeParts(descriptor, typeof text === 'string' ? [text] : text, files);
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
