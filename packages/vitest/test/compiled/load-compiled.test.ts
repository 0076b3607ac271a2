import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { loadCompiled } from '../../src/compiled/load-compiled.js';

interface Greeter {
  greet(name: string): string;
}

const require = createRequire(import.meta.url);
let directory = '';
let file = '';

const moduleAt = (path: string, greeting: string): string => {
  const line = `const { EOL } = require("node:os"); exports.greet = (name) => ${JSON.stringify(greeting)} + name + EOL;`;
  writeFileSync(path, line);
  return path;
};

const load = (path = file) => loadCompiled<Greeter>(path, require, directory);

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'compiled-'));
  file = moduleAt(join(directory, 'greeter.js'), 'Hello ');
  const made = directory;
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
});

const keptFile = (): string => join(directory, 'greeter.js.compiled');

describe('a module', () => {
  test('is loaded without and with what another worker compiled', () => {
    const first = load();
    expect(first.exports.greet('Ada')).toBe('Hello Ada\n');
    first.keep();
    expect(statSync(keptFile()).size).toBeGreaterThan(readFileSync(file).length);
    expect(load().exports.greet('Grace')).toBe('Hello Grace\n');
  });

  test('is what its own file says, where a file of that name and length was kept', () => {
    load().keep();
    const folder = mkdtempSync(join(directory, 'other-'));
    const other = moduleAt(join(folder, 'greeter.js'), 'Salut ');
    expect(load(other).exports.greet('Ada')).toBe('Salut Ada\n');
  });

  test.each([
    ['nothing', () => ''],
    ['a name alone', () => `${file}\0`],
    ['a name and no code', () => `${file}\0${'no code '.repeat(40)}`],
  ])('is compiled anew where what was kept is %s', (_, content) => {
    writeFileSync(keptFile(), content());
    expect(load().exports.greet('Ada')).toBe('Hello Ada\n');
  });

  test('is kept once, whole, and for its owner alone', () => {
    const { keep } = load();
    keep();
    rmSync(keptFile());
    keep();
    expect(readdirSync(directory)).toEqual(['greeter.js']);
    load().keep();
    expect(readdirSync(directory).sort()).toEqual(['greeter.js', 'greeter.js.compiled']);
    expect(statSync(keptFile()).mode & 0o077).toBe(0);
  });

  test('works where nothing can be kept', () => {
    const { exports, keep } = loadCompiled<Greeter>(file, require, join(directory, 'gone'));
    expect(keep).not.toThrow();
    expect(exports.greet('Ada')).toBe('Hello Ada\n');
  });
});
