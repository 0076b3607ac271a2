import { dirname } from 'node:path';
import { type FileSystem, fileSystem } from './file-system.js';

const isFolder = (path: string, files: FileSystem): boolean =>
  files.stat(path, { throwIfNoEntry: false })?.isDirectory() === true;

/**
 * Makes a folder, and those above it that are missing. Node's own `recursive` never comes back where a system refuses
 * a folder as though the one above it were missing, which Linux does below /proc.
 * @throws what the system says where the folder cannot be made
 */
export const makeFolder = (path: string, files: FileSystem = fileSystem): void => {
  try {
    files.makeDirectory(path);
  } catch (error) {
    if (isFolder(path, files)) return;
    const parent = dirname(path);
    const isMissing = (error as { code?: unknown } | undefined)?.code === 'ENOENT';
    if (!isMissing || parent === path || files.exists(parent)) throw error;
    makeFolder(parent, files);
    makeFolder(path, files);
  }
};
