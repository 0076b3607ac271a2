import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tarballs } from './tarballs.mjs';

/**
 * Puts the packed packages into a project as real copies, as a user's package manager would; a runner then
 * treats them as the dependencies that they are. Their own dependencies must be found from the project.
 * @param {string} target absolute path of the project
 * @returns {string[]} names of what was installed
 */
export const installPacked = (target) =>
  tarballs().map(({ name, path }) => {
    const directory = join(target, 'node_modules', ...name.split('/'));
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(directory, { recursive: true });
    execFileSync('tar', ['-xzf', path, '-C', directory, '--strip-components=1']);
    return name;
  });
