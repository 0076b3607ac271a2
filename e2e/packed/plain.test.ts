import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { publishedEntries } from '../../scripts/pack/published-entries.mjs';
import { sampleProject } from '../../scripts/pack/sample-project.mjs';

// What each module system loads, where from, and whether both get the same things.
const program = `
import { createRequire } from 'node:module';
import { types } from 'node:util';
const require = createRequire(import.meta.url);
const specifier = process.argv[2];
const imported = await import(specifier);
const required = require(specifier);
const names = Object.keys(imported).sort();
const differing = names.filter((name) => imported[name] !== required[name]);
console.log(JSON.stringify({
  importedFrom: import.meta.resolve(specifier),
  requiredFrom: require.resolve(specifier),
  importedIsModule: types.isModuleNamespaceObject(imported),
  requiredIsModule: types.isModuleNamespaceObject(required),
  names,
  requiredNames: Object.keys(required).sort(),
  differing,
}));
`;

describe('in plain Node', () => {
  let directory = '';
  beforeAll(() => {
    directory = sampleProject('plain', {
      'load.mjs': program,
      'require.cjs': 'require(process.argv[2]);',
    });
  });
  const run = (file: string, specifier: string) =>
    execFileSync(process.execPath, [file, specifier], { cwd: directory, encoding: 'utf8', stdio: 'pipe' });

  const loadable = publishedEntries().filter(({ needsRunner }) => !needsRunner);
  it.each(loadable)('$specifier is one instance for import and require', (entry) => {
    const found = JSON.parse(run('load.mjs', entry.specifier));
    const built = join(directory, 'node_modules', entry.package, 'dist', entry.name).replaceAll('\\', '/');
    expect(found.importedFrom).toMatch(new RegExp(`${built}\\.mjs$`));
    expect(found.requiredFrom.replaceAll('\\', '/')).toBe(`${built}.js`);
    expect(found).toMatchObject({ importedIsModule: true, requiredIsModule: false, differing: [] });
    expect(found.names).toEqual(found.requiredNames);
  });

  const importOnly = publishedEntries().filter(({ format }) => format === 'esm');
  it.each(importOnly)('$specifier says how to load it when it is required', ({ specifier }) => {
    expect(() => run('require.cjs', specifier)).toThrow(`${specifier} must be loaded with import`);
  });
});
