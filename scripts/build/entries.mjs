/**
 * One published module of a package.
 * @typedef {{ subpath: string, name: string, format: 'cjs' | 'esm' }} Entry
 */

const builtFile = /^\.\/dist\/([\w-]+)\.js$/;

/**
 * Reads the published modules off a package's `exports`, which is the only statement of what is published:
 * `./dist/NAME.js` under `require` is built from `src/NAME.ts`. Entries that `holdfast.esm` lists are built
 * as ES modules (they import a package that cannot be required), all others as CommonJS.
 * @param {Record<string, any>} manifest
 * @returns {Entry[]}
 */
export const entriesOf = (manifest) => {
  const esm = new Set(manifest.holdfast?.esm ?? []);
  const entries = Object.entries(manifest.exports ?? {}).flatMap(([subpath, conditions]) => {
    const name = builtFile.exec(conditions?.require?.default ?? '')?.[1];
    if (!name) return [];
    /** @type {Entry} */
    const entry = { subpath, name, format: esm.has(subpath) ? 'esm' : 'cjs' };
    return [entry];
  });
  const unknown = [...esm].filter((subpath) => !entries.some((entry) => entry.subpath === subpath));
  if (unknown.length > 0) {
    throw new Error(
      `${manifest.name}: holdfast.esm lists ${unknown.join(', ')}, which exports does not have`,
    );
  }
  return entries;
};
