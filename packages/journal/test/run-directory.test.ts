import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createRecorder } from '../src/recorder.js';
import { isForWorker } from '../src/run-directory.js';

it.each([
  ['/app/holdfast-report/.run-70-abc-Xy12', true],
  ['/app/holdfast-report/.run-7-abc-Xy12', true],
  ['/app/holdfast-report/.run-9-abc-Xy12', false],
  ['/tmp/holdfast-run-7-Xy12', true],
  ['/tmp/holdfast-run-9-Xy12', false],
  ['C:\\tmp\\holdfast-run-9-Xy12', false],
  ['/app/journals', true],
])('a worker of process 7 with the number 70 writes to %s: %s', (directory, writes) => {
  expect(isForWorker(directory, 70, 7)).toBe(writes);
});

it('a runner that a test started writes nothing into the journals of the run around it', () => {
  const around = join(tmpdir(), `.run-1-${process.pid}-other`);
  const own = join(tmpdir(), `.run-${process.pid}-own`);
  for (const directory of [around, own]) {
    mkdirSync(directory, { recursive: true });
    createRecorder({ runner: 'jest', path: '/a.test.js', directory }).fileEnded();
  }
  expect([around, own].map((directory) => readdirSync(directory).length)).toEqual([0, 1]);
  for (const directory of [around, own]) rmSync(directory, { recursive: true });
});
