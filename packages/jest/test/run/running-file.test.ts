import { expect, test } from 'vitest';
import { RunningFile } from '../../src/run/running-file.js';

const ended = (title: string, status: string, invocations = 1) => ({
  ancestorTitles: [],
  title,
  fullName: title,
  status,
  invocations,
  failureMessages: status === 'failed' ? [`Error: ${title} broke\n    at /project/a.test.js:3:1`] : [],
});

test('holds what the tests have told so far', () => {
  const file = new RunningFile('/project/a.test.js');
  file.testFinished(ended('one', 'passed'));
  file.testFinished(ended('two', 'failed'));
  file.testFinished(ended('three', 'todo'));
  expect(file.outcome('web')).toMatchObject({
    path: '/project/a.test.js',
    project: 'web',
    unfinished: true,
    counts: { passed: 1, failed: 1, skipped: 0, todo: 1 },
    tests: [{ title: ['two'], line: 3, errors: [{ message: 'two broke' }] }],
  });
});

test('a later attempt takes the place of the one before', () => {
  const file = new RunningFile('/project/a.test.js');
  file.testFinished(ended('one', 'failed'));
  file.testFinished(ended('one', 'failed', 2));
  file.testFinished(ended('two', 'failed'));
  file.testFinished(ended('two', 'passed', 2));
  const { counts, tests } = file.outcome();
  expect(counts).toEqual({ passed: 1, failed: 1, skipped: 0, todo: 0 });
  expect(tests).toMatchObject([{ title: ['one'], attempts: 2 }]);
});
