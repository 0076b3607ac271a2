import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../workspace/files-below.mjs';

/**
 * A key over everything that gets into a package's tarball. Equal keys, equal tarballs.
 * @param {import('../workspace/packages.mjs').WorkspacePackage[]} packages
 */
export const contentKey = (packages) => {
  const hash = createHash('sha256');
  for (const { directory, manifest } of packages) {
    const published = ['package.json', 'README.md', ...(manifest.files ?? [])]
      .map((name) => join(directory, name))
      .filter((path) => existsSync(path));
    for (const path of published.flatMap((path) => filesBelow(path))) {
      hash.update(path).update('\0').update(readFileSync(path)).update('\0');
    }
  }
  return hash.digest('hex');
};
