import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../workspace/root.mjs';

// Inside node_modules, so that it goes when the installation goes.
const stamp = join(root, 'node_modules/.holdfast-installed');

const wanted = () => {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}\0`);
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json']) {
    hash.update(readFileSync(join(root, file))).update('\0');
  }
  return hash.digest('hex');
};

/** Whether node_modules was installed from the lockfile as it is now. */
export const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted();

/** Notes that node_modules has just been installed from the lockfile. */
export const markInstalled = () => writeFileSync(stamp, wanted());
