import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inDependencyOrder } from './dependency-order.mjs';
import { root } from './root.mjs';

/**
 * A package of the workspace.
 * @typedef {{ name: string, directory: string, manifest: Record<string, any> }} WorkspacePackage
 */

const readPackage = (directory) => {
  const manifest = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
  return { name: manifest.name, directory, manifest };
};

/**
 * Every package that gets published, each after the ones it depends on.
 * @returns {WorkspacePackage[]}
 */
export const publicPackages = () => {
  const parent = join(root, 'packages');
  const packages = readdirSync(parent)
    .map((name) => join(parent, name))
    .filter((directory) => existsSync(join(directory, 'package.json')))
    .map(readPackage)
    .filter(({ manifest }) => !manifest.private);
  return inDependencyOrder(packages);
};
