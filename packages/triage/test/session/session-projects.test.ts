import { createRecorder } from '@holdfast/journal';
import { describe, expect, it } from 'vitest';
import { fileOf, openSession, totalsOf } from './session.fixture.js';

describe('a session of several projects', () => {
  it.each([
    ['named by worker and runner', 'unit'],
    ['that the worker was not told', undefined],
  ])('takes the end of a file in one project for no end in another, %s', (_what, told) => {
    const { session, path } = openSession();
    const inProject = (project: string) =>
      createRecorder({
        runner: 'jest',
        path,
        directory: session.runDirectory,
        ...(told === undefined ? {} : { project }),
      });
    const over = inProject('browser');
    over.testEnded(over.testStarted({ title: ['orders', 'pays'], attempt: 1 }), 'passed');
    over.fileEnded();
    inProject('unit').testStarted({ title: ['orders', 'pays'], attempt: 1 });
    session.fileFinished(fileOf(path, { project: 'browser' }));
    const { report } = session.finish(totalsOf(1));
    expect(report.failures).toMatchObject([{ kind: 'worker', title: ['orders', 'pays'] }]);
  });
});
