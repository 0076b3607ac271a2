import { describe, expect, it } from 'vitest';
import { editVitestConfig } from '../../src/init/edit-vitest-config.js';

const edited = (source: string, file = 'vitest.config.ts'): string => {
  const edit = editVitestConfig(source, file);
  if (edit.kind !== 'edited') throw new Error(edit.kind === 'manual' ? edit.reason : edit.kind);
  return edit.text;
};
const IMPORT = "import { holdfast } from '@holdfast/vitest/plugin';";

describe('editVitestConfig', () => {
  it.each([
    [
      'an object without plugins',
      'export default { test: {} };',
      'export default { plugins: [holdfast()], test: {} };',
    ],
    ['an empty object', 'export default {};', 'export default { plugins: [holdfast()] };'],
    [
      'a list of plugins',
      'export default { plugins: [react()] };',
      'export default { plugins: [holdfast(), react()] };',
    ],
    ['an empty list', 'export default { plugins: [] };', 'export default { plugins: [holdfast()] };'],
    [
      'plugins that a function makes',
      'export default { plugins: all() };',
      'export default { plugins: [holdfast(), all()] };',
    ],
    ['a shorthand', 'export default { plugins };', 'export default { plugins: [holdfast(), plugins] };'],
    [
      'defineConfig with a function',
      'export default defineConfig(({ mode }) => ({ test: {} }));',
      'export default defineConfig(({ mode }) => ({ plugins: [holdfast()], test: {} }));',
    ],
    [
      'a function that returns at its end',
      'export default defineConfig(() => { const a = 1; return { test: {} }; });',
      'export default defineConfig(() => { const a = 1; return { plugins: [holdfast()], test: {} }; });',
    ],
    [
      'a named object',
      'const config = { test: {} } satisfies UserConfig;\nexport default config;',
      'const config = { plugins: [holdfast()], test: {} } satisfies UserConfig;\nexport default config;',
    ],
    [
      'a merged configuration',
      'export default mergeConfig(base, defineConfig({ test: {} }));',
      'export default mergeConfig(base, defineConfig({ plugins: [holdfast()], test: {} }));',
    ],
  ])('adds the plugin to %s', (_, source, expected) => {
    expect(edited(source)).toBe(`${IMPORT}\n${expected}`);
  });

  it('imports behind the other imports, in the manner of the file', () => {
    const source = '// @ts-check\r\nimport a from "a"\r\nexport default {\r\n\ttest: {},\r\n}\r\n';
    expect(edited(source)).toBe(
      '// @ts-check\r\nimport a from "a"\r\nimport { holdfast } from "@holdfast/vitest/plugin"\r\nexport default {\r\n\tplugins: [holdfast()],\r\n\ttest: {},\r\n}\r\n',
    );
  });

  it('requires where the file requires', () => {
    expect(edited('module.exports = { test: {} };', 'vitest.config.cjs')).toBe(
      "const { holdfast } = require('@holdfast/vitest/plugin');\nmodule.exports = { plugins: [holdfast()], test: {} };",
    );
  });

  it.each([
    ['a spread that may bring plugins', 'export default { ...base, test: {} };'],
    ['several ways out', 'export default () => { if (a) return {}; return { test: {} }; };'],
    ['an object from elsewhere', "import config from './c';\nexport default config;"],
    ['a variable that may change', 'let config = {};\nexport default config;'],
    ['a call that is not known', 'export default make({});'],
    ['a name that is taken', 'const holdfast = 1;\nexport default {};'],
    ['no export', 'const a = 1;'],
    ['what is no JavaScript', 'export default {'],
    ['an empty file', ''],
  ])('leaves %s alone, and says what belongs there', (_, source) => {
    expect(editVitestConfig(source, 'vitest.config.ts')).toMatchObject({
      kind: 'manual',
      lines: expect.arrayContaining([IMPORT]),
    });
  });

  it('adds nothing twice', () => {
    const once = edited('export default {};');
    expect(editVitestConfig(once, 'vitest.config.ts')).toEqual({ kind: 'present' });
  });
});
