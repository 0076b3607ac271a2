import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { beforeAll, describe, expect, test } from 'vitest';
import { RUN_DIRECTORY_VARIABLE, readJournals } from '../src/index.js';
import { recorderCode } from './recorder-code.fixture.js';
import { runDirectory } from './run-directory.fixture.js';

let code = '';

beforeAll(async () => {
  code = await recorderCode();
});

const begin = `
  const { createRecorder } = require('./recorder.cjs');
  const recorder = createRecorder({ runner: 'jest', path: '/p/a.test.ts' });
  const first = recorder.testStarted({ title: ['before'], attempt: 1 });
  recorder.testEnded(first, 'passed');
  const second = recorder.testStarted({ title: ['deadly'], attempt: 1 });
`;

/** Runs a script beside the recorder's code in a process of its own, and gives the run's directory. */
const runInProcess = (script: string): string => {
  const [home, directory] = [runDirectory(), runDirectory()];
  writeFileSync(join(home, 'recorder.cjs'), code);
  writeFileSync(join(home, 'main.cjs'), script);
  spawnSync(process.execPath, ['--max-old-space-size=32', join(home, 'main.cjs')], {
    cwd: home,
    env: { ...process.env, [RUN_DIRECTORY_VARIABLE]: directory },
  });
  return directory;
};

describe('a worker', () => {
  test.each([
    ['is killed', `process.kill(process.pid, 'SIGKILL');`],
    ['exits', 'process.exit(3);'],
    ['aborts', 'process.abort();'],
    ['runs out of heap', 'const all = []; for (;;) all.push(new Array(1000).fill(all.length));'],
  ])('that %s has named the test it was in', (_how, deed) => {
    const { workers, gaps } = readJournals(runInProcess(begin + deed));
    expect(gaps).toEqual([]);
    expect(workers[0]?.tests.map(({ title, openAtEnd }) => [title, openAtEnd])).toEqual([[['deadly'], true]]);
  });

  test('is not kept alive by its recorder', () => {
    const directory = runInProcess(`${begin} recorder.testEnded(second, 'passed');`);
    expect(readJournals(directory).workers[0]?.tests).toEqual([]);
  });

  test('that is a thread writes a journal of its own', async () => {
    const [home, directory] = [runDirectory(), runDirectory()];
    writeFileSync(join(home, 'recorder.cjs'), code);
    writeFileSync(join(home, 'main.cjs'), begin);
    const env = { ...process.env, [RUN_DIRECTORY_VARIABLE]: directory };
    const threads = [1, 2].map(() => new Worker(join(home, 'main.cjs'), { env }));
    await Promise.all(threads.map((thread) => once(thread, 'exit')));
    expect(readdirSync(directory)).toHaveLength(2);
    expect(readJournals(directory).workers.map(({ worker }) => (worker?.thread ?? 0) > 0)).toEqual([
      true,
      true,
    ]);
  });
});
