import { expect, test } from 'vitest';
import { fileErrors } from '../../src/translate/file-errors.js';
import type { JestFileResult } from '../../src/translate/jest-results.js';

const failedWith = (testExecError: unknown, failureMessage: string | null = null): JestFileResult => ({
  testFilePath: '/project/a.test.js',
  testResults: [],
  testExecError,
  failureMessage,
  numFailingTests: 0,
  numPassingTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
});

test.each([
  'A jest worker process (pid=4711) was terminated by another process: signal=SIGKILL, exitCode=null. Operating system logs may contain more information on why this occurred.',
  'A jest worker process (pid=4711) crashed for an unknown reason: exitCode=0',
  'A Jest worker thread exited unexpectedly before finishing tests for an unknown reason. One of the ways this can happen is if process.exit() was called in testing code.',
  'Jest worker encountered 4 child process exceptions, exceeding retry limit',
  'Jest worker ran out of memory and crashed',
  'Call retries were exceeded',
])('a worker died: %s', (message) => {
  const error = Object.assign(new Error(message), { type: 'WorkerError' });
  expect(fileErrors(failedWith(error))).toMatchObject([
    { kind: 'worker', phase: 'worker', error: { message } },
  ]);
});

test('a file that leaks is told from one that does not load', () => {
  const message =
    'EXPERIMENTAL FEATURE!\nYour test suite is leaking memory. Please ensure all references are cleaned.';
  expect(
    fileErrors(failedWith({ message, stack: `Error: ${message}\n    at onResult (scheduler.js:1:1)` })),
  ).toMatchObject([{ kind: 'file', phase: 'after-end' }]);
});

test('a hook in a group without tests belongs to loading', () => {
  const stack =
    'Error: Invalid: beforeAll() may not be used in a describe block containing no tests.\n    at a.js:1:1';
  expect(fileErrors(failedWith({ message: '', stack }))).toMatchObject([{ kind: 'file', phase: 'load' }]);
});

test('without an error object the printed message is the error', () => {
  expect(
    fileErrors(failedWith(undefined, '  ● Test suite failed to run\n\n    something odd\n')),
  ).toMatchObject([{ kind: 'file', error: { message: 'something odd' } }]);
});

test('a file without errors has none', () => {
  expect(fileErrors(failedWith(undefined))).toEqual([]);
});
