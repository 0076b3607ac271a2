import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { declarations } from './declarations.mjs';
import { entriesOf } from './entries.mjs';
import { facade, facadeTypes, importOnly } from './facade.mjs';

/**
 * Everything a package publishes under dist/, as texts by file name. Nothing is written.
 * @param {import('../workspace/packages.mjs').WorkspacePackage} item
 * @returns {Promise<Map<string, string>>}
 */
export const buildPackage = async (item) => {
  const entries = entriesOf(item.manifest);
  for (const { subpath, name } of entries) {
    if (!existsSync(join(item.directory, 'src', `${name}.ts`))) {
      throw new Error(`exports has "${subpath}", but there is no src/${name}.ts`);
    }
  }
  const required = entries.filter(({ format }) => format === 'cjs');
  const imported = entries.filter(({ format }) => format === 'esm');
  const [cjs, esm] = await Promise.all([bundle(item, required), bundle(item, imported)]);
  const types = declarations(item, entries);
  const files = new Map([...cjs.files, ...esm.files, ...types.files]);
  for (const { name } of required) files.set(`${name}.mjs`, facade(name, cjs.exports.get(name)));
  for (const { name, subpath } of imported) files.set(`${name}.js`, importOnly(item.name + subpath.slice(1)));
  for (const { name } of entries) files.set(`${name}.d.mts`, facadeTypes(name, types.exports.get(name)));
  return files;
};
