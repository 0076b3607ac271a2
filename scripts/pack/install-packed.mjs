import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { publicPackages } from '../workspace/packages.mjs';
import { tarballs } from './tarballs.mjs';

const linkDependencies = (name, directory) => {
  const packages = publicPackages();
  const source = packages.find((item) => item.name === name);
  for (const dependency of Object.keys(source?.manifest.dependencies ?? {})) {
    if (packages.some((item) => item.name === dependency)) continue;
    const link = join(directory, 'node_modules', ...dependency.split('/'));
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(realpathSync(join(source.directory, 'node_modules', dependency)), link, 'junction');
  }
};

const linkPrograms = (name, directory, target) => {
  const { bin = {} } = publicPackages().find((item) => item.name === name)?.manifest ?? {};
  mkdirSync(join(target, 'node_modules/.bin'), { recursive: true });
  for (const [program, file] of Object.entries(bin)) {
    const link = join(target, 'node_modules/.bin', program);
    chmodSync(join(directory, file), 0o755);
    rmSync(link, { force: true });
    symlinkSync(join(directory, file), link);
  }
};

/**
 * Puts the packed packages into a project as real copies, as a user's package manager would; a runner then
 * treats them as the dependencies that they are. What they depend on besides one another comes from the
 * repository's own installation.
 * @param {string} target absolute path of the project
 * @returns {string[]} names of what was installed
 */
export const installPacked = (target) =>
  tarballs().map(({ name, path }) => {
    const directory = join(target, 'node_modules', ...name.split('/'));
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(directory, { recursive: true });
    execFileSync('tar', ['-xzf', path, '-C', directory, '--strip-components=1']);
    linkDependencies(name, directory);
    linkPrograms(name, directory, target);
    return name;
  });
