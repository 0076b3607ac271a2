import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEFAULT_MODES } from './matrix.js';
import { runnerDirectory } from './runner-directory.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

const script = (name: string, ...args: string[]): void => {
  execFileSync(process.execPath, [join(root, 'scripts', name), ...args], { cwd: root, stdio: 'inherit' });
};

/** Gives every runner the packages as a user gets them: built, packed, unpacked. */
export default function setup(): void {
  const directories = DEFAULT_MODES.map(({ runner }) => runnerDirectory(runner));
  for (const directory of directories) {
    rmSync(join(directory, 'work'), { recursive: true, force: true });
  }
  script('build.mjs');
  script('pack.mjs');
  script('install-packed.mjs', ...directories);
}
