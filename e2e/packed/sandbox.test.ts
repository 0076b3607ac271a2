import { join } from 'node:path';
import { expect, it } from 'vitest';
import { publishedEntries } from '../../scripts/pack/published-entries.mjs';
import { reachablePackages } from '../../scripts/pack/reachable-packages.mjs';
import { sampleProject } from '../../scripts/pack/sample-project.mjs';

const inTestFiles = publishedEntries().filter(
  ({ package: packageName, name }) =>
    packageName !== '@holdfast/journal' &&
    packageName !== '@holdfast/triage' &&
    (name === 'index' || name === 'setup'),
);

it.each(inTestFiles)(
  '$specifier, which runs in test files, does not load what runs beside the runner',
  (entry) => {
    const directory = join(sampleProject('sandbox', {}), 'node_modules', entry.package, 'dist');
    const built = join(directory, entry.name + (entry.format === 'esm' ? '.mjs' : '.js'));
    expect([...reachablePackages(built)].filter((name) => name.startsWith('@holdfast/triage'))).toEqual([]);
  },
);
