import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../workspace/root.mjs';

/**
 * Replaces a directory by the given files. It is whole before and whole after; a reader never sees half of it.
 * @param {string} directory absolute path
 * @param {ReadonlyMap<string, string>} files texts by path below the directory
 */
export const replaceDirectory = (directory, files) => {
  const scratch = join(root, '.work', `replace-${process.pid}-${process.hrtime.bigint()}`);
  const [fresh, stale] = [join(scratch, 'fresh'), join(scratch, 'stale')];
  for (const [file, text] of files) {
    mkdirSync(dirname(join(fresh, file)), { recursive: true });
    writeFileSync(join(fresh, file), text);
  }
  try {
    renameSync(directory, stale);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  renameSync(fresh, directory);
  rmSync(scratch, { recursive: true, force: true });
};
