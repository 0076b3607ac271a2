import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every file below a folder, or the file itself, as sorted paths.
 * @param {string} path
 * @returns {string[]}
 */
export const filesBelow = (path) =>
  statSync(path).isFile()
    ? [path]
    : readdirSync(path)
        .sort()
        .flatMap((name) => filesBelow(join(path, name)));
