import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { publicPackages } from '../workspace/packages.mjs';
import { packageName } from './externals.mjs';

/**
 * The source file behind an import of a workspace package: `@holdfast/journal/recorder` gives
 * packages/journal/src/recorder.ts (or recorder/index.ts).
 * @param {string} specifier
 * @returns {string | null} null where the specifier is no package of the workspace
 */
export const workspaceSource = (specifier) => {
  const name = packageName(specifier);
  const found = publicPackages().find((item) => item.name === name);
  if (!found) return null;
  const path = join(found.directory, 'src', specifier.slice(name.length + 1) || 'index');
  const file = [`${path}.ts`, join(path, 'index.ts')].find((candidate) => existsSync(candidate));
  if (!file) throw new Error(`${specifier}: there is no ${path}.ts`);
  return file;
};
