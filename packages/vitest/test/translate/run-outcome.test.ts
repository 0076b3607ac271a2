import { describe, expect, test } from 'vitest';
import { runOutcome, type VitestRun } from '../../src/translate/run-outcome.js';
import type { VitestFile } from '../../src/translate/vitest-task.js';
import { RECORDED_VERSIONS, readRecording } from '../recordings/read-recording.js';

const recorded = (major: (typeof RECORDED_VERSIONS)[number]): VitestRun => {
  const { files, errors, reason } = readRecording(major);
  return { files, unhandledErrors: errors, reason, ignoresUnhandledErrors: false };
};

const unfinished = (path: string): VitestFile => ({
  id: path,
  name: path,
  type: 'suite',
  mode: 'run',
  filepath: path,
  result: { state: 'run', startTime: 1 },
  tasks: [{ id: `${path}_0`, name: 'was running', type: 'test', mode: 'run' }],
});

const crashed = (files: readonly VitestFile[], more: Partial<VitestRun> = {}): VitestRun => ({
  files,
  reason: 'passed',
  ignoresUnhandledErrors: false,
  unhandledErrors: [
    {
      message: '[vitest-pool]: Worker forks emitted error.',
      cause: { message: 'Worker exited unexpectedly' },
    },
  ],
  ...more,
});

test('a test that left itself out says why, one that was left out says nothing', () => {
  const path = '/srv/app/a.test.ts';
  const skipped = (name: string, result: object | undefined) =>
    ({ id: name, name, type: 'test', mode: 'skip', result }) as VitestFile['tasks'][number];
  const file: VitestFile = {
    ...unfinished(path),
    result: { state: 'pass', duration: 1 },
    tasks: [
      skipped('one', { state: 'skip', pending: true, note: 'no docker' }),
      skipped('two', { state: 'skip', pending: true }),
      skipped('three', undefined),
    ],
  };
  const { files } = runOutcome({
    files: [file],
    unhandledErrors: [],
    reason: 'passed',
    ignoresUnhandledErrors: false,
  });
  expect(files.map(({ skips }) => skips)).toEqual([['no docker', 'no reason given']]);
});

describe.each(RECORDED_VERSIONS)('a run of Vitest %i', (major) => {
  const { files, errors, totals } = runOutcome(recorded(major));
  const tests = files.flatMap((file) => file.tests);
  const named = (name: string) => tests.filter(({ title }) => title.join(' > ') === name);

  test('counts every test once', () => {
    expect(totals.tests).toEqual({ passed: 12, failed: 21, skipped: 5, todo: 1 });
    expect(totals.files).toEqual({ passed: 2, failed: 9, skipped: 0 });
    expect(totals.failed).toBe(true);
  });

  test('lists failed and flaky tests alone', () => {
    expect(tests.filter(({ status }) => status === 'failed')).toHaveLength(totals.tests.failed);
    expect(tests.filter(({ status }) => status === 'passed').map(({ title }) => title)).toEqual([['flaky']]);
  });

  test('keeps the errors of all attempts', () => {
    expect(named('flaky')[0]).toMatchObject({ attempts: 3 });
    expect(named('flaky')[0]?.errors.map(({ message }) => message)).toEqual(['attempt 1', 'attempt 2']);
    expect(named('never')[0]?.errors).toHaveLength(2);
    expect(named('repeats')[0]).toMatchObject({ attempts: 3, status: 'failed' });
  });

  test('tells tests of one title apart', () => {
    expect(named('twin').map(({ occurrence, errors }) => [occurrence, errors[0]?.message])).toEqual([
      [0, 'twin 1'],
      [1, 'twin 2'],
    ]);
  });

  test('knows thrown values from errors, causes and classes', () => {
    expect(named('throws text')[0]?.errors).toEqual([{ message: 'plain text', thrownValue: true }]);
    expect(named('rejects with object')[0]?.errors[0]).toMatchObject({ code: '7', thrownValue: true });
    const [outer] = named('has a cause')[0]?.errors ?? [];
    expect(outer?.cause).toMatchObject({ name: 'TypeError', code: 'EINNER', message: 'inner' });
    expect(named('fails on a value')[0]?.errors[0]).toMatchObject({
      name: 'AssertionError',
      expected: '2',
      actual: '1',
    });
  });

  test('says which hook failed, and its limit where it took too long', () => {
    expect(named('before each > victim')[0]).toMatchObject({ phase: 'beforeEach' });
    expect(named('after each > victim')[0]).toMatchObject({ phase: 'afterEach' });
    expect(named('after each > both')[0]).toMatchObject({ phase: 'test' });
    expect(named('hook time-out > victim')[0]).toMatchObject({ phase: 'beforeEach', limitMs: 100 });
    expect(named('times out')[0]).toMatchObject({ phase: 'test', limitMs: 150 });
  });

  test('points at the line of the test file', () => {
    expect(named('fails on a value')[0]).toMatchObject({ line: 5, column: 13 });
  });

  test('gives hooks of groups and files that do not load an error of their own', () => {
    const ofFiles = files.flatMap(({ path, errors: own }) =>
      own.map(({ kind, phase, title }) => [
        path.replace(/.*\/(.*)\.example\.js/, '$1'),
        kind,
        phase,
        title?.join(' > '),
      ]),
    );
    expect(ofFiles.sort()).toEqual([
      ['basic', 'hook', 'afterAll', 'after all'],
      ['basic', 'hook', 'beforeAll', 'before all'],
      ['basic', 'hook', 'beforeAll', 'suite hook time-out'],
      ['describe-throws', 'file', 'load', undefined],
      ['empty', 'file', 'load', undefined],
      ['empty-suite', 'file', 'load', undefined],
      ['exit-load', 'file', 'load', undefined],
      ['missing', 'file', 'load', undefined],
      ['syntax', 'file', 'load', undefined],
      ['throws', 'file', 'load', undefined],
    ]);
  });

  test('lays unhandled errors at the file and the test that were running', () => {
    const told = errors.map(({ kind, phase, title, error }) => [kind, phase, title?.join(), error.message]);
    expect(told.sort()).toEqual([
      ['unhandled', 'after-end', undefined, 'after the file'],
      ['unhandled', 'test', 'leaves a rejection', 'nobody listens'],
      ['unhandled', 'test', 'waits', 'late throw'],
    ]);
  });
});

test('a worker that ended is laid at the door of the file that it left unfinished', () => {
  const { files, errors, totals } = runOutcome(crashed([unfinished('/project/a.test.js')]));
  expect(files[0]?.errors).toMatchObject([{ kind: 'worker', phase: 'worker' }]);
  expect(errors).toEqual([]);
  expect(totals).toMatchObject({ failed: true, files: { passed: 0, failed: 1 } });
});

test('a worker that ended names its file in Vitest 5', () => {
  const cause = {
    message:
      'Worker exited unexpectedly with signal SIGKILL during started state while running test file /project/b.test.js',
  };
  const run = crashed([unfinished('/project/a.test.js'), unfinished('/project/b.test.js')], {
    unhandledErrors: [{ message: '[vitest-pool]: Worker forks emitted error.', cause }],
    interrupted: 'signal',
  });
  expect(runOutcome(run).files.map(({ errors }) => errors.length)).toEqual([0, 1]);
});

test('an unfinished file of a run that was cut short is no crash', () => {
  const run = crashed([unfinished('/project/a.test.js')], {
    unhandledErrors: [],
    interrupted: 'signal',
    reason: 'interrupted',
  });
  expect(runOutcome(run).files[0]?.errors).toEqual([]);
  expect(runOutcome(run).totals.interrupted).toBe('signal');
});

test('an unfinished file of a run that was not cut short is a crash, even where Vitest names none', () => {
  expect(
    runOutcome(crashed([unfinished('/project/a.test.js')], { unhandledErrors: [] })).files[0]?.errors,
  ).toHaveLength(1);
});

test('of two open files the one known to have lost its worker is charged', () => {
  const run = crashed([unfinished('/project/a.test.js'), unfinished('/project/b.test.js')], {
    unhandledErrors: [{ message: 'Channel closed', name: 'Error' }],
    interrupted: 'other',
    lostFiles: ['/project/b.test.js'],
  });
  expect(runOutcome(run).files.map(({ errors }) => errors.length)).toEqual([0, 1]);
});

test('a run whose errors are ignored is as green as Vitest says', () => {
  const run: VitestRun = {
    files: [],
    unhandledErrors: [{ message: 'late', type: 'Unhandled Rejection' }],
    reason: 'passed',
    ignoresUnhandledErrors: true,
  };
  expect(runOutcome(run).totals.failed).toBe(false);
  expect(runOutcome({ ...run, ignoresUnhandledErrors: false }).totals.failed).toBe(true);
});

test('an error that nobody caught tells whether it was thrown or a promise was rejected', () => {
  const unhandledErrors = ['Uncaught Exception', 'Unhandled Rejection', 'Unhandled Error'].map((type) => ({
    message: type,
    type,
    VITEST_TEST_PATH: '/project/a.test.js',
    VITEST_TEST_NAME: 'pays',
  }));
  const { errors } = runOutcome({
    files: [],
    unhandledErrors,
    reason: 'failed',
    ignoresUnhandledErrors: false,
  });
  expect(errors.map(({ kind, origin }) => [kind, origin])).toEqual([
    ['unhandled', 'exception'],
    ['unhandled', 'rejection'],
    ['unhandled', undefined],
  ]);
});
