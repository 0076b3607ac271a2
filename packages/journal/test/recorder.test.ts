import { closeSync, existsSync, fstatSync, openSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { describe, expect, test, vi } from 'vitest';
import {
  createRecorder,
  journalFileName,
  type Recorder,
  RUN_DIRECTORY_VARIABLE,
  readJournals,
} from '../src/index.js';
import { recordsIn, runDirectory } from './run-directory.fixture.js';

const recorderIn = (directory: string, path = '/p/a.test.ts'): Recorder =>
  createRecorder({ runner: 'vitest', path, directory });

const memory = (): { descriptor: number } => {
  const fs = process.getBuiltinModule('node:fs') as unknown as Record<symbol, { descriptor: number }>;
  const held = fs[Symbol.for('holdfast.journal.worker-memory.1')];
  if (held === undefined) throw new Error('this worker has no memory');
  return held;
};

describe('a recorder', () => {
  test('writes each record when it happens', () => {
    const directory = runDirectory();
    const seen: string[][] = [];
    const look = () => seen.push(recordsIn(directory).map(({ kind }) => kind));
    const recorder = recorderIn(directory);
    look();
    const ref = recorder.testStarted({ title: ['a'], attempt: 1 });
    look();
    recorder.testEnded(ref, 'passed');
    recorder.fileEnded();
    look();
    expect(seen).toEqual([
      ['worker', 'file-start'],
      ['worker', 'file-start', 'test-start'],
      ['worker', 'file-start', 'test-start', 'test-end', 'file-end'],
    ]);
    expect(readdirSync(directory)).toEqual([journalFileName(process.pid, threadId)]);
  });

  test('writes a lease down when it is taken and once more when it is let go', () => {
    const directory = runDirectory();
    const recorder = recorderIn(directory);
    const ref = recorder.testStarted({ title: ['a'], attempt: 1 });
    const release = recorder.lease(ref, { kind: 'database', id: 'hf_a', data: { server: 'localhost:5432' } });
    const before = recordsIn(directory);
    const taken = before.at(-1);
    release();
    release();
    const data = { server: 'localhost:5432' };
    expect(taken).toMatchObject({
      kind: 'lease',
      lease: 1,
      test: 1,
      attempt: 1,
      type: 'database',
      id: 'hf_a',
      data,
    });
    expect(recordsIn(directory).slice(before.length)).toMatchObject([{ kind: 'lease-end', lease: 1 }]);
  });

  test('numbers files and tests once per journal', () => {
    const directory = runDirectory();
    for (const path of ['/p/a.test.ts', '/p/b.test.ts']) {
      const recorder = recorderIn(directory, path);
      for (const title of ['x', 'y'])
        recorder.testEnded(recorder.testStarted({ title: [title], attempt: 1 }), 'passed');
      recorder.fileEnded();
    }
    const starts = recordsIn(directory).flatMap((record) => (record.kind === 'test-start' ? [record] : []));
    expect(starts.map(({ file, test: number }) => [file, number])).toEqual([
      [1, 1],
      [1, 2],
      [2, 3],
      [2, 4],
    ]);
  });

  test('counts tests of one title, and joins retries to the latest or to the one that is named', () => {
    const directory = runDirectory();
    const recorder = recorderIn(directory);
    const first = recorder.testStarted({ title: ['twin'], attempt: 1 });
    const second = recorder.testStarted({ title: ['twin'], attempt: 1 });
    expect(recorder.testStarted({ title: ['twin'], attempt: 2 }).test).toBe(second.test);
    expect(recorder.testStarted({ title: ['twin'], attempt: 2, retryOf: first }).test).toBe(first.test);
    const tests = readJournals(directory).workers[0]?.tests ?? [];
    expect(tests.map(({ occurrence, attempts }) => [occurrence, attempts.length])).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });

  test('does not take levels of a title for parts of one', () => {
    const directory = runDirectory();
    const recorder = recorderIn(directory);
    recorder.testStarted({ title: ['a', 'b'], attempt: 1 });
    recorder.testStarted({ title: ['a b'], attempt: 1 });
    expect(readJournals(directory).workers[0]?.tests.map(({ occurrence }) => occurrence)).toEqual([0, 0]);
  });

  test('tells duration, limit and machine of an error', () => {
    const directory = runDirectory();
    let now = 1_000;
    const recorder = createRecorder({ runner: 'jest', path: '/p/a.test.ts', directory, now: () => now });
    const ref = recorder.testStarted({ title: ['slow'], attempt: 1, limitMs: 500 });
    now = 1_700;
    recorder.attemptError(ref, { phase: 'test', error: new Error('late') });
    recorder.attemptError(ref, { phase: 'afterEach', error: new Error('hook'), durationMs: 3, limitMs: 50 });
    recorder.testEnded(ref, 'failed');
    const [told] = readJournals(directory).workers[0]?.tests ?? [];
    expect(told?.attempts[0]).toMatchObject({
      status: 'failed',
      durationMs: 700,
      errors: [
        { phase: 'test', durationMs: 700, limitMs: 500, error: { message: 'late' } },
        { phase: 'afterEach', durationMs: 3, limitMs: 50, error: { message: 'hook' } },
      ],
    });
    expect(told?.attempts[0]?.errors[0]?.machine?.residentBytes).toBeGreaterThan(1_000_000);
  });

  test('does not take the time of a test for that of a hook around all tests', () => {
    const directory = runDirectory();
    const recorder = recorderIn(directory);
    const ref = recorder.testStarted({ title: ['lists'], attempt: 1 });
    // The share of the loop needs time to have gone by.
    const until = performance.now() + 5;
    while (performance.now() < until);
    recorder.attemptError(ref, { phase: 'beforeAll', error: new Error('hook') });
    recorder.attemptError(ref, { phase: 'test', error: new Error('test') });
    recorder.testEnded(ref, 'failed');
    const errors = readJournals(directory).workers[0]?.tests[0]?.attempts[0]?.errors;
    expect(errors?.map(({ machine }) => machine?.loopBusy !== undefined)).toEqual([false, true]);
  });

  test('leaves errors and evidence of no test with the file, late ones too', () => {
    const directory = runDirectory();
    const recorder = recorderIn(directory);
    recorder.fileError({ phase: 'beforeAll', error: 'no database' });
    recorder.evidence(undefined, 'pool.size', { size: 4, when: new Date(0), nothing: undefined });
    recorder.evidence(undefined, 'list', [1]);
    recorder.fileEnded();
    recorder.attemptError(undefined, { phase: 'after-end', error: new Error('late') });
    expect(readJournals(directory).workers[0]?.files[0]).toMatchObject({
      errors: [
        { phase: 'beforeAll', error: { message: 'no database', thrownValue: true } },
        { phase: 'after-end', error: { message: 'late' } },
      ],
      evidence: [
        { name: 'pool.size', data: { size: 4, when: '1970-01-01T00:00:00.000Z' } },
        { name: 'list', data: { value: [1] } },
      ],
    });
  });

  test('takes its directory from the environment', () => {
    const directory = runDirectory();
    vi.stubEnv(RUN_DIRECTORY_VARIABLE, directory);
    createRecorder({ runner: 'vitest', path: '/p/a.test.ts' });
    vi.unstubAllEnvs();
    expect(recordsIn(directory)).toHaveLength(2);
  });

  test('tells real time under fake timers', () => {
    const directory = runDirectory();
    vi.useFakeTimers({ now: 0 });
    const before = Math.floor(performance.timeOrigin);
    const recorder = recorderIn(directory);
    recorder.testStarted({ title: ['x'], attempt: 1 });
    vi.useRealTimers();
    for (const { at } of recordsIn(directory)) expect(at).toBeGreaterThanOrEqual(before);
  });
});

describe('a journal that cannot be written', () => {
  const exercise = (recorder: Recorder): void => {
    const ref = recorder.testStarted({ title: ['x'], attempt: 1 });
    recorder.evidence(ref, 'fact', {});
    recorder.attemptError(ref, { phase: 'test', error: new Error('x') });
    recorder.testEnded(ref, 'failed');
    recorder.fileError({ phase: 'load', error: 1 });
    recorder.fileEnded();
  };

  test('harms no test where the directory does not exist', () => {
    const directory = join(runDirectory(), 'missing');
    expect(() => exercise(recorderIn(directory))).not.toThrow();
    expect(existsSync(directory)).toBe(false);
  });

  test('harms no test where the directory is a file', () => {
    const directory = join(runDirectory(), 'file');
    writeFileSync(directory, '');
    expect(() => exercise(recorderIn(directory))).not.toThrow();
  });

  test('is given up for a file once a write failed, and opened again for the next', () => {
    const directory = runDirectory();
    const recorder = recorderIn(directory);
    closeSync(memory().descriptor);
    expect(() => exercise(recorder)).not.toThrow();
    expect(recordsIn(directory)).toHaveLength(2);
    const next = recorderIn(directory, '/p/b.test.ts');
    next.fileEnded();
    expect(recordsIn(directory).map(({ kind }) => kind)).toEqual([
      'worker',
      'file-start',
      'worker',
      'file-start',
      'file-end',
    ]);
  });

  test('that ends in the middle of a line is gone on with on a line of its own', () => {
    const directory = runDirectory();
    writeFileSync(join(directory, journalFileName(process.pid, threadId)), '{"kind":"test-st');
    recorderIn(directory).fileError({ phase: 'load', error: new Error('x') });
    const { workers, gaps } = readJournals(directory);
    expect(workers[0]?.files[0]?.errors).toHaveLength(1);
    expect(gaps).toHaveLength(1);
  });

  test('does not run over into a file that got its descriptor', () => {
    const directory = runDirectory();
    const recorder = recorderIn(directory);
    const { descriptor } = memory();
    closeSync(descriptor);
    const other = join(runDirectory(), 'other');
    const taken = openSync(other, 'w');
    expect(taken).toBe(descriptor);
    exercise(recorder);
    recorderIn(directory, '/p/b.test.ts').fileEnded();
    expect(fstatSync(taken).size).toBe(0);
    closeSync(taken);
  });

  test('of the next run gets no late record of the run before', () => {
    const [first, second] = [runDirectory(), runDirectory()];
    const late = recorderIn(first);
    recorderIn(second);
    late.fileError({ phase: 'after-end', error: new Error('late') });
    expect(recordsIn(first)).toHaveLength(2);
    expect(recordsIn(second)).toHaveLength(2);
  });

  test('is opened anew where the run directory changed or was removed', () => {
    const [first, second] = [runDirectory(), runDirectory()];
    recorderIn(first);
    recorderIn(second);
    expect(recordsIn(second).map(({ kind }) => kind)).toEqual(['worker', 'file-start']);
    rmSync(second, { recursive: true });
    expect(() => exercise(recorderIn(second))).not.toThrow();
    recorderIn(first, '/p/b.test.ts');
    expect(recordsIn(first)).toHaveLength(4);
  });
});
