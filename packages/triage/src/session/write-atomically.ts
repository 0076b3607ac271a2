import { join } from 'node:path';
import { type FileSystem, fileSystem } from './file-system.js';

const toBytes = Buffer.from;

let counter = 0;

const writeAll = (descriptor: number, bytes: Uint8Array, files: FileSystem): void => {
  let done = 0;
  while (done < bytes.length) done += files.write(descriptor, bytes, done, bytes.length - done);
};

/**
 * Writes a file so that a reader sees the old one or the new one and never half of one: into a temporary
 * file of the same folder, renamed over the old. Two writers at once do not mix. Throws what the system throws,
 * and leaves no temporary file behind.
 */
export const writeAtomically = (
  folder: string,
  name: string,
  text: string,
  files: FileSystem = fileSystem,
): string => {
  const path = join(folder, name);
  counter += 1;
  const temporary = join(folder, `.${name}.${process.pid}-${counter}.tmp`);
  try {
    const descriptor = files.open(temporary, 'wx', 0o644);
    try {
      writeAll(descriptor, toBytes(text, 'utf8'), files);
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
