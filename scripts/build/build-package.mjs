import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { bundleGroups } from './bundle-groups.mjs';
import { declarations } from './declarations.mjs';
import { entriesOf, innerEntriesOf, pagesOf, programsOf } from './entries.mjs';
import { facade, facadeTypes, importOnly } from './facade.mjs';
import { page } from './page.mjs';

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
  const single = [...innerEntriesOf(item.manifest), ...programsOf(item.manifest)];
  const groups = [...bundleGroups(entries), ...single.map((one) => [one])];
  const bundles = await Promise.all(groups.map((group) => bundle(item, group)));
  const names = new Map(bundles.flatMap(({ exports }) => [...exports]));
  const types = declarations(item, entries);
  const files = new Map([...bundles.flatMap((built) => [...built.files]), ...types.files]);
  for (const { name, subpath, format } of entries) {
    if (format === 'cjs') files.set(`${name}.mjs`, facade(name, names.get(name)));
    else files.set(`${name}.js`, importOnly(item.name + subpath.slice(1)));
    files.set(`${name}.d.mts`, facadeTypes(name, types.exports.get(name)));
  }
  for (const { name, folder } of pagesOf(item.manifest)) {
    files.set(`${name}.html`, await page(join(item.directory, 'src', folder)));
  }
  return files;
};
