import {
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { root } from '../workspace/root.mjs';
import { installPacked } from './install-packed.mjs';

/** What a sample project finds installed besides Holdfast: package, where it is found, its program. */
const installed = [
  ['jest', 'e2e/runners/jest-30', 'bin/jest.js'],
  ['vitest', 'e2e/runners/vitest-4', 'vitest.mjs'],
  ['typescript', '.', 'bin/tsc'],
];

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code !== 'ESRCH';
  }
};

/** Projects of processes that have ended: runs at the same time do not take each other's. */
const removeAbandoned = (work) => {
  for (const name of existsSync(work) ? readdirSync(work) : []) {
    const pid = /^run-(\d+)$/.exec(name)?.[1];
    if (pid === undefined || !isAlive(Number(pid)))
      rmSync(join(work, name), { recursive: true, force: true });
  }
};

/**
 * Writes a throw-away project that has the packed packages, both runners and TypeScript installed.
 * @param {string} name folder of this process below .work/projects; what was there before is removed
 * @param {Record<string, string>} files texts by path
 * @returns {string} absolute path of the project
 */
export const sampleProject = (name, files) => {
  const work = join(root, '.work/projects');
  removeAbandoned(work);
  const directory = join(work, `run-${process.pid}`, name);
  rmSync(directory, { recursive: true, force: true });
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, file)), { recursive: true });
    writeFileSync(join(directory, file), text);
  }
  installPacked(directory);
  mkdirSync(join(directory, 'node_modules/.bin'), { recursive: true });
  for (const [name, home, program] of installed) {
    const real = realpathSync(join(root, home, 'node_modules', name));
    symlinkSync(real, join(directory, 'node_modules', name), 'junction');
    symlinkSync(join(real, program), join(directory, 'node_modules/.bin', basename(program).split('.')[0]));
  }
  return directory;
};
