/**
 * A name that a module exports.
 * @typedef {{ name: string, typeOnly: boolean }} ExportedName
 */

/** Import of a CommonJS module's own `default`: to an ES module, `default` is the whole of `module.exports`. */
const defaultLines = (file) => [`import cjs from './${file}';`, 'export default cjs.default;'];

/**
 * The same for types. Compilers differ in what `default` of a CommonJS declaration is to an ES module: the whole of it, as
 * Node has it, or its own default, as bundlers have it. The type finds the inner one in both.
 */
const defaultTypeLines = (file) => [
  `import * as cjs from './${file}';`,
  'type Default<Module> = Module extends { default: infer Inner }',
  '  ? Inner extends { default: infer Own } ? Own : Inner',
  '  : never;',
  'declare const own: Default<typeof cjs>;',
  'export default own;',
];

const listed = (names, file) =>
  names.length === 0 ? [] : ['export {', ...names.map((name) => `  ${name},`), `} from './${file}';`];

const text = (lines) => `${(lines.length > 0 ? lines : ['export {};']).join('\n')}\n`;

const named = (names) => names.filter((name) => name !== 'default').sort();

/**
 * An ES module that hands on the names of the CommonJS module `NAME.js` beside it, so that both module
 * systems share one instance. A module that exports nothing is still executed.
 * @param {string} name file name without extension
 * @param {readonly string[]} names what the CommonJS module exports
 */
export const facade = (name, names) => {
  const file = `${name}.js`;
  if (names.length === 0) return text([`import './${file}';`]);
  return text([...(names.includes('default') ? defaultLines(file) : []), ...listed(named(names), file)]);
};

/**
 * The types of the ES module beside `NAME.d.ts`.
 * @param {string} name file name without extension
 * @param {readonly ExportedName[]} exported values and types that `NAME.d.ts` exports
 */
export const facadeTypes = (name, exported) => {
  const file = `${name}.js`;
  const types = new Set(exported.filter(({ typeOnly }) => typeOnly).map((item) => item.name));
  const names = exported.map((item) => item.name);
  const written = named(names).map((item) => (types.has(item) ? `type ${item}` : item));
  return text([...(names.includes('default') ? defaultTypeLines(file) : []), ...listed(written, file)]);
};

/**
 * What `require` gets for a module that exists as ES module only: an error that says what to do.
 * @param {string} specifier how users import the module
 */
export const importOnly = (specifier) => {
  const message = `${specifier} must be loaded with import: Vitest, which it needs, cannot be loaded with require.`;
  return `'use strict';\nthrow new Error(${JSON.stringify(message)});\n`;
};
