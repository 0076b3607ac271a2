import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exclusively } from './exclusively.js';
import { DEFAULT_MODES } from './matrix.js';
import { enterWork, RUN_VARIABLE } from './run-folder.js';
import { runnerDirectory } from './runner-directory.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

const script = (name: string, ...args: string[]): void => {
  execFileSync(process.execPath, [join(root, 'scripts', name), ...args], { cwd: root, stdio: 'inherit' });
};

/** Says what is installed. Inside a package, so that it goes where anybody else installs anew. */
const keyFile = (directory: string): string =>
  join(directory, 'node_modules', '@holdfast', 'journal', '.installed.key');

const textOf = (path: string): string | undefined =>
  existsSync(path) ? readFileSync(path, 'utf8') : undefined;

const prepare = (): void => {
  const directories = DEFAULT_MODES.map(({ runner }) => runnerDirectory(runner));
  const others = new Set(directories.flatMap((directory) => enterWork(join(directory, 'work'), process.pid)));
  script('build.mjs');
  script('pack.mjs');
  const key = readFileSync(join(root, '.pack', 'content.key'), 'utf8');
  const outdated = directories.filter((directory) => textOf(keyFile(directory)) !== key);
  if (outdated.length === 0) return;
  if (others.size > 0) {
    throw new Error(
      `Other end-to-end tests (process ${[...others].join(', ')}) run with packages of an earlier build, which this run would take from under them. Start it when they have ended.`,
    );
  }
  script('install-packed.mjs', ...outdated);
  for (const directory of outdated) writeFileSync(keyFile(directory), key);
};

/**
 * Gives every runner the packages as a user gets them: built, packed, unpacked. Runs at the same time share them, and
 * have folders of their own for their projects.
 */
export default async function setup(): Promise<void> {
  process.env[RUN_VARIABLE] = String(process.pid);
  const waiting = (holder: number): void =>
    console.log(`Waiting for the set-up of other end-to-end tests (process ${holder})`);
  await exclusively(join(root, '.work', 'e2e-set-up.lock'), waiting, prepare);
}
