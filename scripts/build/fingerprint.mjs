import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../workspace/files-below.mjs';
import { root } from '../workspace/root.mjs';

/** Inputs that every build depends on, besides the package itself. */
const machinery = () => [
  ...filesBelow(join(root, 'scripts/build')),
  join(root, 'tsconfig.base.json'),
  join(root, 'pnpm-lock.yaml'),
];

/**
 * A key over everything that can change a package's build. Equal keys, equal builds.
 * @param {import('../workspace/packages.mjs').WorkspacePackage} item
 * @param {readonly string[]} dependencyKeys keys of the workspace packages that were built before
 */
export const fingerprint = ({ directory }, dependencyKeys) => {
  const hash = createHash('sha256');
  for (const key of dependencyKeys) hash.update(key);
  for (const path of [
    ...machinery(),
    join(directory, 'package.json'),
    ...filesBelow(join(directory, 'src')),
  ]) {
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
};
