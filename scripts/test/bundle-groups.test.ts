import { expect, it } from 'vitest';
import { bundleGroups } from '../build/bundle-groups.mjs';
import type { Entry } from '../build/entries.mjs';

const entry = (name: string, format: Entry['format'], alone = false): Entry => ({
  subpath: `./${name}`,
  name,
  format,
  alone,
});

it('bundles by module system, and apart what is to be alone', () => {
  const entries = [entry('a', 'cjs'), entry('b', 'esm'), entry('c', 'cjs'), entry('d', 'cjs', true)];
  expect(bundleGroups(entries).map((group) => group.map(({ name }) => name))).toEqual([
    ['a', 'c'],
    ['b'],
    ['d'],
  ]);
});

it('has no empty group', () => {
  expect(bundleGroups([entry('a', 'esm')])).toHaveLength(1);
});
