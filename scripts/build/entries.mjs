/**
 * One published module of a package.
 * @typedef {{ subpath: string, name: string, format: 'cjs' | 'esm', alone: boolean }} Entry
 */

const builtFile = /^\.\/dist\/([\w-]+)\.js$/;

const listedEntries = (manifest, list) => {
  const listed = manifest.holdfast?.[list] ?? [];
  const unknown = listed.filter((subpath) => !manifest.exports?.[subpath]);
  if (unknown.length > 0) {
    throw new Error(
      `${manifest.name}: holdfast.${list} lists ${unknown.join(', ')}, which exports does not have`,
    );
  }
  return new Set(listed);
};

/**
 * Reads the published modules off a package's `exports`, which is the only statement of what is published:
 * `./dist/NAME.js` under `require` is built from `src/NAME.ts`, as CommonJS. Two lists in the manifest ask for
 * something else:
 * - `holdfast.esm`: built as ES modules, because they import a package that cannot be required
 * - `holdfast.alone`: built as one file that loads no other, because it runs anew for every test file
 * @param {Record<string, any>} manifest
 * @returns {Entry[]}
 */
export const entriesOf = (manifest) => {
  const esm = listedEntries(manifest, 'esm');
  const alone = listedEntries(manifest, 'alone');
  return Object.entries(manifest.exports ?? {}).flatMap(([subpath, conditions]) => {
    const name = builtFile.exec(conditions?.require?.default ?? '')?.[1];
    if (!name) return [];
    /** @type {Entry} */
    const entry = { subpath, name, format: esm.has(subpath) ? 'esm' : 'cjs', alone: alone.has(subpath) };
    return [entry];
  });
};

/**
 * A module that a package loads by its file, and that nobody else imports.
 * @typedef {{ name: string, format: 'cjs', alone: true }} InnerEntry
 */

/**
 * Reads off `holdfast.inner` which modules are built besides the published ones: `NAME` from `src/NAME.ts`, as one
 * CommonJS file that loads no other.
 * @param {Record<string, any>} manifest
 * @returns {InnerEntry[]}
 */
export const innerEntriesOf = (manifest) =>
  (manifest.holdfast?.inner ?? []).map((name) => ({ name, format: 'cjs', alone: true }));

const builtProgram = /^\.\/dist\/([\w-]+)\.mjs$/;

/**
 * Reads off `holdfast.pages` which pages a package writes: `NAME.html` from a folder of its sources.
 * @param {Record<string, any>} manifest
 * @returns {{ name: string, folder: string }[]}
 */
export const pagesOf = (manifest) =>
  Object.entries(manifest.holdfast?.pages ?? {}).map(([name, folder]) => ({ name, folder }));

/**
 * A program that a package installs.
 * @typedef {{ name: string, format: 'esm', alone: false }} Program
 */

/**
 * Reads the programs off a package's `bin`: `./dist/NAME.mjs` is built from `src/NAME.ts`, as an ES module that loads
 * the rest when it needs it.
 * @param {Record<string, any>} manifest
 * @returns {Program[]}
 */
export const programsOf = (manifest) =>
  Object.values(manifest.bin ?? {}).map((file) => {
    const name = builtProgram.exec(file)?.[1];
    if (!name) throw new Error(`${manifest.name}: bin has ${file}; expected is ./dist/NAME.mjs`);
    return { name, format: 'esm', alone: false };
  });
