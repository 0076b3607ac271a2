import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { diffLines } from '../../src/init/diff-lines.js';
import { runCli } from '../run-cli.js';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const projectOf = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-init-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
};
const VITEST = '{"devDependencies":{"vitest":"4"}}';
const JEST = '{"devDependencies":{"jest":"30"}}';

describe('holdfast init', () => {
  it.each([
    ['vitest.config.ts', VITEST, '\uFEFFexport default {\r\n  test: {},\r\n};\r\n'],
    ['vite.config.mjs', VITEST, 'export default { plugins: [] }'],
    ['jest.config.js', JEST, "/** @type {import('jest').Config} */\nmodule.exports = {};"],
    ['jest.config.json', JEST, '{ "verbose": true }'],
  ])('edits %s and puts it back byte for byte', async (file, manifest, source) => {
    const cwd = projectOf({ 'package.json': manifest, [file]: source });
    const path = join(cwd, file);
    const before = readFileSync(path);
    expect(await runCli(['init'], { cwd })).toMatchObject({ exitCode: 0, stderr: '' });
    expect(readFileSync(path, 'utf8')).toContain('@holdfast/');
    expect((await runCli(['init', '--undo'], { cwd })).exitCode).toBe(0);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(existsSync(join(cwd, '.holdfast'))).toBe(false);
  });

  it('makes a configuration where there is none, and removes it again', async () => {
    const cwd = projectOf({ 'package.json': VITEST });
    const path = join(cwd, 'vitest.config.mjs');
    expect((await runCli(['init'], { cwd })).stdout).toContain('vitest.config.mjs (new)');
    expect(readFileSync(path, 'utf8')).toContain('plugins: [holdfast()]');
    await runCli(['init', '--undo'], { cwd });
    expect(existsSync(path)).toBe(false);
  });

  it('changes nothing in a dry run, and shows what would change', async () => {
    const source = 'module.exports = {};\n';
    const cwd = projectOf({ 'package.json': JEST, 'jest.config.js': source });
    const { stdout } = await runCli(['init', '--dry-run'], { cwd });
    expect(stdout).toContain('- module.exports = {};\n+ const { withHoldfast }');
    expect(readFileSync(join(cwd, 'jest.config.js'), 'utf8')).toBe(source);
    expect(existsSync(join(cwd, '.holdfast'))).toBe(false);
  });

  it('does not edit what it edited, and says so', async () => {
    const cwd = projectOf({ 'package.json': JEST, 'jest.config.js': 'module.exports = {};' });
    await runCli(['init'], { cwd });
    const once = readFileSync(join(cwd, 'jest.config.js'), 'utf8');
    expect(await runCli(['init'], { cwd })).toMatchObject({
      exitCode: 0,
      stdout: 'jest.config.js names @holdfast/jest already; nothing was changed.\n',
    });
    expect(readFileSync(join(cwd, 'jest.config.js'), 'utf8')).toBe(once);
  });

  it('prints the lines and touches nothing where it does not understand the file', async () => {
    const source = 'export default { ...base };\n';
    const cwd = projectOf({ 'package.json': VITEST, 'vitest.config.ts': source });
    const { exitCode, stdout, stderr } = await runCli(['init'], { cwd });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain("    import { holdfast } from '@holdfast/vitest/plugin';");
    expect(readFileSync(join(cwd, 'vitest.config.ts'), 'utf8')).toBe(source);
  });

  it('takes nothing back from a file that was changed since', async () => {
    const cwd = projectOf({ 'package.json': JEST, 'jest.config.js': 'module.exports = {};' });
    await runCli(['init'], { cwd });
    const path = join(cwd, 'jest.config.js');
    const changed = `${readFileSync(path, 'utf8')}\n// mine`;
    writeFileSync(path, changed);
    const { exitCode, stderr } = await runCli(['init', '--undo'], { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('jest.config.js was changed since');
    expect(readFileSync(path, 'utf8')).toBe(changed);
  });

  it.each([
    ['no runner', { 'package.json': '{}' }, 'neither Jest nor Vitest'],
    ['both runners', { 'package.json': '{"devDependencies":{"jest":"1","vitest":"1"}}' }, '--runner'],
    [
      'two configurations',
      { 'package.json': JEST, 'jest.config.js': '', 'jest.config.ts': '' },
      'it accepts one',
    ],
    ['a broken package.json', { 'package.json': '{' }, 'package.json cannot be read'],
  ])('says what is wrong where it finds %s', async (_, files, words) => {
    const { exitCode, stderr } = await runCli(['init'], { cwd: projectOf(files as Record<string, string>) });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(words);
  });

  it('has nothing to undo where nothing was done', async () => {
    const { exitCode, stderr } = await runCli(['init', '--undo'], { cwd: projectOf({}) });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('nothing to undo');
  });

  it('writes no file that its record does not name in the same folder', async () => {
    const cwd = projectOf({ 'package.json': JEST, 'jest.config.js': 'module.exports = {};' });
    await runCli(['init'], { cwd });
    const path = join(cwd, '.holdfast/init.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"jest.config.js"', '"../jest.config.js"'));
    expect((await runCli(['init', '--undo'], { cwd })).stderr).toContain('is damaged');
  });
});

describe('diffLines', () => {
  it('has every line that went and came', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 });
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const diff = diffLines(before.join('\n'), after.join('\n'));
        const marked = (mark: string) => diff.filter((line) => line.startsWith(mark)).length;
        expect(marked('+') - marked('-')).toBe(after.length - before.length);
        expect(marked('+') + marked('-') === 0).toBe(before.join('\n') === after.join('\n'));
      }),
    );
  });
});
