import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const filesBelow = (path) =>
  statSync(path).isFile()
    ? [path]
    : readdirSync(path)
        .sort()
        .flatMap((name) => filesBelow(join(path, name)));

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
    for (const path of published.flatMap(filesBelow)) {
      hash.update(path).update('\0').update(readFileSync(path)).update('\0');
    }
  }
  return hash.digest('hex');
};
