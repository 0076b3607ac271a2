import { expect, it } from 'vitest';
import { entriesOf, innerEntriesOf, programsOf } from '../build/entries.mjs';

const built = (name: string) => ({
  import: { types: `./dist/${name}.d.mts`, default: `./dist/${name}.mjs` },
  require: { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` },
});

it('reads modules off the exports map and leaves plain files alone', () => {
  const manifest = {
    exports: {
      '.': built('index'),
      './setup': built('setup'),
      './schema.json': './schema/x.json',
      './package.json': './package.json',
    },
  };
  expect(entriesOf(manifest)).toEqual([
    { subpath: '.', name: 'index', format: 'cjs', alone: false },
    { subpath: './setup', name: 'setup', format: 'cjs', alone: false },
  ]);
});

it('builds what holdfast.esm lists as an ES module', () => {
  const manifest = {
    exports: { '.': built('index'), './setup': built('setup') },
    holdfast: { esm: ['./setup'] },
  };
  expect(entriesOf(manifest).map(({ format }) => format)).toEqual(['cjs', 'esm']);
});

it('marks what holdfast.alone lists', () => {
  const manifest = {
    exports: { '.': built('index'), './setup': built('setup') },
    holdfast: { alone: ['./setup'] },
  };
  expect(entriesOf(manifest).map(({ alone }) => alone)).toEqual([false, true]);
});

it('refuses an ES module that is not published', () => {
  const manifest = { name: 'sample', exports: { '.': built('index') }, holdfast: { esm: ['./setup'] } };
  expect(() => entriesOf(manifest)).toThrow(
    'sample: holdfast.esm lists ./setup, which exports does not have',
  );
});

it('builds a program from the source of its name, as an ES module', () => {
  expect(programsOf({ bin: { holdfast: './dist/holdfast.mjs' } })).toEqual([
    { name: 'holdfast', format: 'esm', alone: false },
  ]);
  expect(programsOf({})).toEqual([]);
  expect(() => programsOf({ name: 'a', bin: { a: './a.js' } })).toThrow(
    'a: bin has ./a.js; expected is ./dist/NAME.mjs',
  );
});

it('reads the modules that nobody imports by name off holdfast.inner', () => {
  expect(innerEntriesOf({ holdfast: { inner: ['observe'] } })).toEqual([
    { name: 'observe', format: 'cjs', alone: true },
  ]);
  expect(innerEntriesOf({})).toEqual([]);
});
