import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type PublishedEntry, publishedEntries } from '../../scripts/pack/published-entries.mjs';
import { sampleProject } from '../../scripts/pack/sample-project.mjs';

const entriesFor = (runner: 'jest' | 'vitest') => {
  const other = runner === 'jest' ? '@holdfast/vitest' : '@holdfast/jest';
  return publishedEntries().filter((entry) => entry.package !== other);
};

const run = (directory: string, program: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(directory, 'node_modules', program), ...args],
    { cwd: directory, encoding: 'utf8', env: { ...process.env, CI: 'true', NO_COLOR: '1' } },
  );
  return { status, output: stdout + stderr };
};

const jestTest = (entries: PublishedEntry[]) => `
const { types } = require('node:util');
test.each(${JSON.stringify(entries)})('$specifier', ({ specifier, package: packageName, name }) => {
  const resolved = require.resolve(specifier).replaceAll('\\\\', '/');
  expect(resolved.endsWith('/node_modules/' + packageName + '/dist/' + name + '.js')).toBe(true);
  expect(types.isModuleNamespaceObject(require(specifier))).toBe(false);
});
`;

const vitestTest = (entries: PublishedEntry[]) => `
import { createRequire } from 'node:module';
import { types } from 'node:util';
import { expect, test } from 'vitest';
const require = createRequire(import.meta.url);
const modules = { ${entries.map(({ specifier }) => `'${specifier}': () => import('${specifier}')`).join(', ')} };
test.each(${JSON.stringify(entries)})('$specifier', async ({ specifier, package: packageName, name, format }) => {
  const imported = await modules[specifier]();
  const resolved = import.meta.resolve(specifier);
  expect(resolved.endsWith('/node_modules/' + packageName + '/dist/' + name + '.mjs')).toBe(true);
  expect(Object.keys(imported)).not.toContain('__esModule');
  if (format === 'esm') return;
  const required = require(specifier);
  expect(types.isModuleNamespaceObject(required)).toBe(false);
  for (const key of Object.keys(imported)) expect(imported[key]).toBe(required[key]);
});
`;

describe('Jest, as it comes', () => {
  it('loads the reporter, the set-up file and every module in a test file', () => {
    const entries = entriesFor('jest');
    const directory = sampleProject('load-jest', {
      'package.json': '{ "private": true }',
      'jest.config.js': `module.exports = {
  reporters: ['default', '@holdfast/jest/reporter'],
  setupFilesAfterEnv: ['@holdfast/jest/setup'],
};`,
      'load.test.js': jestTest(entries),
    });
    const { status, output } = run(directory, 'jest/bin/jest.js');
    expect(output).toContain(`${entries.length} passed`);
    expect(status, output).toBe(0);
  });
});

describe.each(['forks', 'threads', 'vmThreads'])('Vitest in %s', (pool) => {
  it('loads the plugin, the reporter, the set-up file and every module in a test file', () => {
    const entries = entriesFor('vitest');
    const directory = sampleProject(`load-vitest-${pool}`, {
      'package.json': '{ "private": true }',
      'vitest.config.mjs': `import { holdfast } from '@holdfast/vitest/plugin';
export default { plugins: [holdfast()], test: { pool: '${pool}' } };`,
      'load.test.js': vitestTest(entries),
    });
    const { status, output } = run(directory, 'vitest/vitest.mjs', 'run');
    expect(output).toContain(`${entries.length} passed`);
    expect(status, output).toBe(0);
  });
});
