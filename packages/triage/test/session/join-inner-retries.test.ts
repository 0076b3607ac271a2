import { describe, expect, it } from 'vitest';
import { fileOf, openSession, testOf, totalsOf } from './session.fixture.js';

const GREEN = { ...totalsOf(0), failed: false, files: { passed: 1, failed: 0, skipped: 0 } };
const TITLE = ['orders', 'are saved'];
const refused = { message: 'connect ECONNREFUSED 127.0.0.1:5432', code: 'ECONNREFUSED' };

const opened = () => {
  const session = openSession();
  const recorder = session.record();
  const run = (facts: readonly (readonly [string, object])[], status: 'passed' | 'failed' = 'passed') => {
    const test = recorder.testStarted({ title: TITLE, attempt: 1 });
    for (const [name, data] of facts) recorder.evidence(test, name, data);
    recorder.testEnded(test, status);
    recorder.fileEnded();
  };
  return { ...session, run };
};
const attempt = (number: number, error: object = refused) =>
  ['retry.attempt', { what: 'save', attempt: number, error, retried: true, because: 'network' }] as const;
const succeeded = (attempts: number) => ['retry.succeeded', { what: 'save', attempts }] as const;

describe('a retry inside a test', () => {
  it('that succeeded makes the passed test flaky, with every attempt’s error', () => {
    const { session, path, run } = opened();
    run([attempt(1), attempt(2, { message: 'read ECONNRESET', code: 'ECONNRESET' }), succeeded(3)]);
    session.fileFinished(fileOf(path));
    const { report, summary } = session.finish(GREEN);
    expect(report.totals).toMatchObject({ failed: 0, passed: 3, flaky: 1 });
    expect(report.failures).toHaveLength(1);
    expect(report.failures[0]).toMatchObject({
      kind: 'test',
      title: TITLE,
      file: 'tests/orders.test.ts',
      flaky: true,
      attemptsComplete: true,
    });
    expect(report.failures[0]?.attempts.map(({ status, errors }) => [status, errors[0]?.code])).toEqual([
      ['failed', 'ECONNREFUSED'],
      ['failed', 'ECONNRESET'],
      ['passed', undefined],
    ]);
    expect(report.gaps).toEqual([]);
    expect(summary).toContain('passed on attempt 3');
  });

  it('that failed, or was not needed, makes no row of its own', () => {
    const failed = opened();
    failed.run([['retry.attempt', { ...attempt(1)[1], retried: false }]], 'failed');
    failed.session.fileFinished(fileOf(failed.path, { tests: [testOf('are saved', { errors: [refused] })] }));
    const { report } = failed.session.finish(totalsOf(1));
    expect(report.failures.map(({ flaky }) => flaky)).toEqual([false]);
    const quiet = opened();
    quiet.run([['order.saved', {}]]);
    quiet.session.fileFinished(fileOf(quiet.path));
    expect(quiet.session.finish(GREEN).report.failures).toEqual([]);
  });

  it('of a test that has a row already is in its evidence, and not a second row', () => {
    const { session, path, run } = opened();
    run([attempt(1), succeeded(2)]);
    session.fileFinished(fileOf(path, { tests: [testOf('are saved', { status: 'passed', attempts: 2 })] }));
    const { failures } = session.finish(GREEN).report;
    expect(failures).toHaveLength(1);
    expect(failures[0]?.evidence.map(({ name }) => name)).toEqual(['retry.attempt', 'retry.succeeded']);
  });

  it('is told where its errors were cut or are of another shape', () => {
    const { session, path, run } = opened();
    run([
      ['retry.attempt', { retried: true, error: '... cut' }],
      ['retry.attempt', { retried: true }],
      succeeded(3),
    ]);
    session.fileFinished(fileOf(path));
    const [row] = session.finish(GREEN).report.failures;
    expect(row?.attempts.map(({ errors }) => errors[0]?.message)).toEqual([
      '... cut',
      'the error of this attempt is not known',
      undefined,
    ]);
  });
});
