import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadSettings } from '../../src/settings/source/load-settings.js';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'holdfast-settings-'));
  mkdirSync(join(directory, '.git'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const put = (name: string, text: string): string => {
  const file = join(directory, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
};
const settings = { environments: { ci: { retryAttempts: 4 } } };
const asModule = `export default { environments: { ci: { retryAttempts: 4 } } };`;

describe('the settings file', () => {
  it.each([
    [
      'ts',
      `const attempts: number = 4;\nexport default { environments: { ci: { retryAttempts: attempts } } };`,
    ],
    ['mts', asModule],
    ['js', asModule],
    ['mjs', asModule],
    ['cjs', `module.exports = { environments: { ci: { retryAttempts: 4 } } };`],
    ['json', JSON.stringify({ $schema: 'x', ...settings })],
    ['yaml', 'environments:\n  ci:\n    retryAttempts: 4\n'],
  ])('may end in .%s', async (ending, text) => {
    const file = put(`holdfast.config.${ending}`, text);
    expect(await loadSettings({ directory })).toEqual({ file, settings, others: {} });
  });

  it('is looked for upwards, as far as the version control reaches', async () => {
    const file = put('holdfast.config.json', '{}');
    mkdirSync(join(directory, 'packages/a'), { recursive: true });
    expect(await loadSettings({ directory: join(directory, 'packages/a') })).toMatchObject({ file });
    mkdirSync(join(directory, 'packages/a/.git'));
    expect(await loadSettings({ directory: join(directory, 'packages/a') })).toMatchObject({
      file: undefined,
    });
  });

  it('may be missing', async () => {
    expect(await loadSettings({ directory })).toEqual({ file: undefined, settings: {}, others: {} });
  });

  it('hands on what other parts read', async () => {
    put('holdfast.config.yaml', 'areas: [{ name: auth }]\n');
    const loaded = await loadSettings({ directory, otherKeys: ['areas'] });
    expect(loaded).toMatchObject({ settings: {}, others: { areas: [{ name: 'auth' }] } });
    await expect(loadSettings({ directory, otherKeys: ['areal'] })).rejects.toThrow(/Did you mean `areal`\?/);
  });

  it('is one file', async () => {
    put('holdfast.config.json', '{}');
    put('holdfast.config.yaml', '');
    await expect(loadSettings({ directory })).rejects.toThrow(/accepted is one file/);
  });

  it.each([
    ['json', '{ "environments": '],
    ['yaml', 'a: [b\n'],
    ['ts', 'export default { ;'],
    ['cjs', 'throw new Error("broken");'],
  ])('says which file could not be read (.%s)', async (ending, text) => {
    const file = put(`holdfast.config.${ending}`, text);
    await expect(loadSettings({ directory })).rejects.toMatchObject({
      code: 'HOLDFAST_SETTINGS',
      message: expect.stringContaining(`${file}: the settings could not be read: `),
    });
  });

  it('names itself, the key, the value and what is accepted in an error', async () => {
    const file = put('holdfast.config.json', '{ "environments": { "ci": { "retryAttempts": "4" } } }');
    await expect(loadSettings({ directory })).rejects.toThrow(
      `${file}: \`environments.ci.retryAttempts\` is '4'; accepted is a whole number from 1 to 100.`,
    );
  });
});
