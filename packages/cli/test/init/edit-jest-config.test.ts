import { describe, expect, it } from 'vitest';
import type { ConfigEdit } from '../../src/init/config-edit.js';
import { editJestConfig } from '../../src/init/edit-jest-config.js';
import { editJestJson } from '../../src/init/edit-jest-json.js';

const textOf = (edit: ConfigEdit): string => {
  if (edit.kind !== 'edited') throw new Error(edit.kind === 'manual' ? edit.reason : edit.kind);
  return edit.text;
};
const REQUIRE = "const { withHoldfast } = require('@holdfast/jest/config');\n";
const IMPORT = "import { withHoldfast } from '@holdfast/jest/config';\n";

describe('editJestConfig', () => {
  it.each([
    ['an object', 'module.exports = { a: 1 };\n', `${REQUIRE}module.exports = withHoldfast({ a: 1 });\n`],
    ['a call', 'module.exports = next(custom);', `${REQUIRE}module.exports = withHoldfast(next(custom));`],
    [
      'a function',
      'module.exports = async () => ({});',
      `${REQUIRE}module.exports = withHoldfast(async () => ({}));`,
    ],
    ['a module', 'export default { a: 1 };', `${IMPORT}export default withHoldfast({ a: 1 });`],
    [
      'a function of a module',
      'export default async function () { return {}; }',
      `${IMPORT}export default withHoldfast(async function () { return {}; });`,
    ],
    [
      'a typed object',
      'export default { a: 1 } satisfies Config;',
      `${IMPORT}export default withHoldfast({ a: 1 } satisfies Config);`,
    ],
    [
      'an object in brackets',
      'module.exports = ({ a: 1 });',
      `${REQUIRE}module.exports = (withHoldfast({ a: 1 }));`,
    ],
  ])('wraps %s', (_, source, expected) => {
    expect(textOf(editJestConfig(source, 'jest.config.ts'))).toBe(expected);
  });

  it('keeps a comment that gives the configuration its type with it', () => {
    const source = "/** @type {import('jest').Config} */\nmodule.exports = {};\n";
    expect(textOf(editJestConfig(source, 'jest.config.js'))).toBe(
      `${REQUIRE}/** @type {import('jest').Config} */\nmodule.exports = withHoldfast({});\n`,
    );
  });

  it('ends its line where the next one would go on with it', () => {
    const source = '(() => {})()\nmodule.exports = {}\n';
    expect(textOf(editJestConfig(source, 'jest.config.js'))).toBe(
      `${REQUIRE}(() => {})()\nmodule.exports = withHoldfast({})\n`,
    );
  });

  it.each([
    ['two exports', 'module.exports = {};\nmodule.exports = { b: 1 };'],
    ['a function with a name', 'export default function config() { return {}; }'],
    ['a name that is taken', 'const withHoldfast = 1;\nmodule.exports = {};'],
    ['members one by one', 'module.exports.a = 1;'],
    ['what is no JavaScript', 'module.exports = {'],
  ])('leaves %s alone, and says what belongs there', (_, source) => {
    expect(editJestConfig(source, 'jest.config.js')).toMatchObject({ kind: 'manual' });
  });

  it('adds nothing twice', () => {
    const once = textOf(editJestConfig('module.exports = {};', 'jest.config.js'));
    expect(editJestConfig(once, 'jest.config.js')).toEqual({ kind: 'present' });
  });
});

describe('editJestJson', () => {
  const read = (source: string, key?: string) => JSON.parse(textOf(editJestJson(source, key)));

  it.each([
    ['{}'],
    ['{\n  "testEnvironment": "node"\n}\n'],
    ['{ "reporters": [], "setupFilesAfterEnv": [] }'],
  ])('adds reporter and setup file to %j', (source) => {
    expect(read(source)).toMatchObject({
      reporters: ['default', '@holdfast/jest/reporter'],
      setupFilesAfterEnv: ['@holdfast/jest/setup'],
    });
  });

  it('keeps what is there, the setup file before it and the reporter behind it', () => {
    const source = '{"reporters":[["x",{}]],"setupFilesAfterEnv":["./a.js"],"b":1}';
    expect(read(source)).toEqual({
      reporters: [['x', {}], '@holdfast/jest/reporter'],
      setupFilesAfterEnv: ['@holdfast/jest/setup', './a.js'],
      b: 1,
    });
  });

  it('touches the named member of a file alone', () => {
    const source = '{\n\t"name": "j",\n\t"jest": {\n\t\t"verbose": true\n\t}\n}\n';
    expect(textOf(editJestJson(source, 'jest'))).toBe(
      '{\n\t"name": "j",\n\t"jest": {\n\t\t"reporters": ["default", "@holdfast/jest/reporter"],\n\t\t"setupFilesAfterEnv": ["@holdfast/jest/setup"],\n\t\t"verbose": true\n\t}\n}\n',
    );
  });

  it.each([
    ['projects', '{ "projects": ["a"] }', undefined],
    ['a path', '{ "jest": "./config.json" }', 'jest'],
    ['reporters that are no list', '{ "reporters": "x" }', undefined],
    ['comments', '{ // a\n }', undefined],
  ])('leaves %s alone', (_, source, key) => {
    expect(editJestJson(source, key)).toMatchObject({ kind: 'manual' });
  });
});
