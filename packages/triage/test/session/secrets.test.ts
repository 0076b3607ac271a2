import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { fileOf, openSession, testOf, totalsOf } from './session.fixture.js';

describe('a session', () => {
  it('masks secrets that came into the environment while the run went on, and those that left it', () => {
    const environment: Record<string, string> = { OLD_TOKEN: 'gone-by-then' };
    const { session, path } = openSession({ environment });
    delete environment.OLD_TOKEN;
    environment.SHOP_TOKEN = 'set-up-later';
    const errors = [{ message: 'refused gone-by-then, then set-up-later' }];
    session.fileFinished(fileOf(path, { tests: [testOf('logs in', { errors })] }));
    const { report } = session.finish(totalsOf(1));
    expect(report.failures[0]?.attempts[0]?.errors[0]?.message).toBe('refused ***, then ***');
  });

  it('finds the line of a test in a folder whose name is also a secret', () => {
    const { session, rootDir } = openSession({ environment: { SHOP_PASSWORD: 'checkout' } });
    const path = join(rootDir, 'tests/checkout/pay.test.ts');
    const errors = [{ message: 'no', stack: `Error: no\n    at ${path}:12:3` }];
    session.fileFinished(fileOf(path, { tests: [testOf('pays', { errors })] }));
    expect(session.finish(totalsOf(1)).report.failures[0]).toMatchObject({
      file: 'tests/checkout/pay.test.ts',
      line: 12,
    });
  });

  it('masks secrets in every report and in the summary', () => {
    const secret = 'tr1ck-or-treat';
    const { session, path, record } = openSession({
      environment: { SHOP_TOKEN: secret, GITHUB_ACTIONS: 'true' },
      options: { environment: `on ${secret}` },
    });
    const recorder = record();
    const test = recorder.testStarted({ title: ['orders', `uses ${secret}`], attempt: 1 });
    recorder.attemptError(test, {
      phase: 'test',
      error: Object.assign(new Error(`refused ${secret}`), { key: secret }),
    });
    recorder.testEnded(test, 'failed');
    session.fileFinished(
      fileOf(path, { project: secret, tests: [testOf(`uses ${secret}`, { tags: [secret] })] }),
    );
    session.runError({ kind: 'run', phase: 'global-setup', error: { message: secret, stack: secret } });
    const result = session.finish(totalsOf(1));
    const everything = [
      result.summary,
      result.annotations,
      JSON.stringify(result.report),
      ...result.written.map((file) => readFileSync(file, 'utf8')),
    ];
    expect(everything.join('\n')).not.toContain(secret);
    expect(result.report.failures).toHaveLength(2);
  });

  it('masks a secret that only a worker knows, in what the journal and what the runner alone told', () => {
    const secret = 'of-the-worker-1';
    vi.stubEnv('WORKER_TOKEN', secret);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const { session, path, record } = openSession({ environment: {} });
    const recorder = record();
    const test = recorder.testStarted({ title: ['orders', 'logs in'], attempt: 1 });
    recorder.attemptError(test, { phase: 'test', error: new Error(`refused ${secret}`) });
    recorder.testEnded(test, 'failed');
    const errors = [
      { message: `refused ${secret}`, stack: `Error: refused ${secret}\n    at ${path}:1:2` },
      { message: `then ${secret}` },
    ];
    session.fileFinished(
      fileOf(path, {
        tests: [testOf('logs in', { errors })],
        errors: [{ kind: 'file', phase: 'load', error: { message: `loaded ${secret}` } }],
      }),
    );
    const result = session.finish(totalsOf(1));
    const everything = [result.summary, ...result.written.map((file) => readFileSync(file, 'utf8'))];
    expect(everything.join('\n')).not.toContain(secret);
    const told = result.report.failures.flatMap(({ attempts }) =>
      attempts.flatMap((attempt) => attempt.errors.map(({ message }) => message)),
    );
    expect(told.sort()).toEqual(['loaded ***', 'refused ***', 'then ***']);
  });
});
