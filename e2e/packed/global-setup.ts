import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../scripts/workspace/root.mjs';

/** Builds and packs; both do nothing when nothing has changed. */
export const setup = (): void => {
  for (const script of ['build.mjs', 'pack.mjs']) {
    execFileSync(process.execPath, [join(root, 'scripts', script)], { cwd: root, stdio: 'inherit' });
  }
};
