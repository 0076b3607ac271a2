import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { publishedEntries } from '../../scripts/pack/published-entries.mjs';
import { sampleProject } from '../../scripts/pack/sample-project.mjs';

it('exports these names and no others', () => {
  const project = sampleProject('surface', {});
  const surface = Object.fromEntries(
    publishedEntries().map(({ specifier, package: packageName, name }) => {
      const types = readFileSync(join(project, 'node_modules', packageName, 'dist', `${name}.d.mts`), 'utf8');
      const listed = [...types.matchAll(/^ {2}(type )?(\w+),$/gm)].map(
        ([, type, word]) => (type ?? '') + word,
      );
      return [specifier, /^export default/m.test(types) ? ['default', ...listed] : listed];
    }),
  );
  expect(surface).toMatchSnapshot();
});
