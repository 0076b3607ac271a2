import { mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { workspaceSource } from '../build/workspace-source.mjs';
import { root } from '../workspace/root.mjs';

/**
 * Loads a TypeScript module of the repository, for data that lies in the sources and is not exported by a
 * package.
 * @param {string} file path from the root
 * @returns {Promise<Record<string, any>>}
 */
export const loadSource = async (file) => {
  const directory = join(root, '.work/reference', `${process.pid}`);
  mkdirSync(directory, { recursive: true });
  const path = join(directory, `${basename(file, '.ts')}.mjs`);
  const build = await rolldown({
    input: join(root, file),
    platform: 'node',
    plugins: [
      {
        name: 'workspace',
        resolveId: (specifier, _importer, { kind }) =>
          // What is loaded when it is needed is not needed here.
          kind === 'dynamic-import' ? { id: specifier, external: true } : workspaceSource(specifier),
      },
    ],
  });
  await build.write({ file: path, format: 'esm' });
  await build.close();
  try {
    return await import(pathToFileURL(path).href);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
};
