import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { publicPackages } from '../workspace/packages.mjs';
import { root } from '../workspace/root.mjs';

/** Absolute path of the folder that tarballs are packed into. */
export const packDirectory = join(root, '.pack');

/**
 * The packed public packages.
 * @returns {{ name: string, path: string }[]} package name and absolute path of its tarball
 */
export const tarballs = () =>
  publicPackages()
    .map(({ name, manifest }) => ({
      name,
      path: join(packDirectory, `${name.replace('@', '').replace('/', '-')}-${manifest.version}.tgz`),
    }))
    .filter(({ path }) => existsSync(path));
