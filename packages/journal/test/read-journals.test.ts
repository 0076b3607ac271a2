import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createRecorder, readJournals } from '../src/index.js';
import { runDirectory } from './run-directory.fixture.js';

const example = (name: string): string =>
  readFileSync(new URL(`../examples/${name}.jsonl`, import.meta.url), 'utf8');

test('the journals of all workers are read, and other files left alone', () => {
  const directory = runDirectory();
  writeFileSync(join(directory, 'worker-4122-3.jsonl'), example('retried-test'));
  writeFileSync(join(directory, 'worker-4123-0.jsonl'), example('killed-worker'));
  writeFileSync(join(directory, 'worker-4121-0.jsonl'), example('passing-run'));
  writeFileSync(join(directory, 'notes.jsonl'), 'garbage\n');
  const { workers, gaps } = readJournals(directory);
  expect(gaps).toEqual([]);
  expect(workers.map(({ worker, tests }) => [worker?.pid, tests.map(({ title }) => title.at(-1))])).toEqual([
    [4121, []],
    [4122, ['stores an order']],
    [4123, ['imports a large catalogue']],
  ]);
});

test('the example of a killed worker names the test that it died in', () => {
  const directory = runDirectory();
  writeFileSync(join(directory, 'worker-4123-0.jsonl'), example('killed-worker'));
  const [killed] = readJournals(directory).workers;
  expect(killed?.tests[0]).toMatchObject({
    path: '/project/test/orders.test.ts',
    openAtEnd: true,
    attempts: [{ number: 1, status: 'open', errors: [] }],
    evidence: [{ name: 'import.progress' }],
  });
});

test('a directory that is not there is a gap', () => {
  const { workers, gaps } = readJournals(join(runDirectory(), 'missing'));
  expect(workers).toEqual([]);
  expect(gaps).toEqual(['the journals of this run could not be listed (ENOENT)']);
});

test('a journal that cannot be read is a gap, and the others are read', () => {
  const directory = runDirectory();
  mkdirSync(join(directory, 'worker-1-0.jsonl'));
  createRecorder({ runner: 'vitest', path: '/p/a.test.ts', directory });
  const { workers, gaps } = readJournals(directory);
  expect(workers).toHaveLength(1);
  expect(gaps).toEqual(['worker-1-0.jsonl: could not be read (EISDIR)']);
});
