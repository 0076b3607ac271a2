import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { preparation } from '../preparation.fixture.js';
import { fileOf, openSession, temporaryFolder, testOf, totalsOf } from './session.fixture.js';

const GREEN = { ...totalsOf(0), failed: false, files: { passed: 1, failed: 0, skipped: 0 } };

describe('createSession', () => {
  it('makes a run directory inside the output folder, and leaves nothing but reports and the history', () => {
    const { session, rootDir, path } = openSession();
    expect(session.runDirectory.startsWith(join(rootDir, 'holdfast-report', '.run-'))).toBe(true);
    expect(existsSync(session.runDirectory)).toBe(true);
    session.fileFinished(fileOf(path, { tests: [testOf('fails')] }));
    const { written } = session.finish(totalsOf(1));
    expect(readdirSync(rootDir)).toEqual(['.holdfast', 'holdfast-report']);
    expect(readdirSync(join(rootDir, 'holdfast-report'))).toEqual([
      'inventory.csv',
      'report.html',
      'report.json',
      'report.txt',
      'summary.md',
    ]);
    expect(written).toHaveLength(5);
  });

  it('says a green run in one line', () => {
    const { session, path } = openSession();
    session.fileFinished(fileOf(path));
    expect(session.finish(GREEN).summary).toBe('Holdfast  3 tests passed\n');
  });

  it('gives every attempt its error from the journal, and facts around it', () => {
    const { session, path, record } = openSession();
    const recorder = record();
    const first = recorder.testStarted({ title: ['orders', 'flickers'], attempt: 1, limitMs: 5_000 });
    recorder.attemptError(first, {
      phase: 'test',
      error: Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' }),
    });
    recorder.evidence(first, 'pool.checkout', { waiting: 3 });
    recorder.testEnded(first, 'failed');
    const second = recorder.testStarted({ title: ['orders', 'flickers'], attempt: 2, limitMs: 5_000 });
    recorder.testEnded(second, 'passed');
    recorder.fileEnded();
    session.fileFinished(fileOf(path, { tests: [testOf('flickers', { status: 'passed', attempts: 2 })] }));
    const { report } = session.finish(GREEN);
    expect(report.totals).toMatchObject({ failed: 0, passed: 3, flaky: 1 });
    const [row] = report.failures;
    expect(row).toMatchObject({
      flaky: true,
      attemptsComplete: true,
      evidence: [{ name: 'pool.checkout', data: { waiting: 3 } }],
    });
    expect(row?.attempts.map(({ number, status, errors }) => [number, status, errors[0]?.code])).toEqual([
      [1, 'failed', 'ECONNREFUSED'],
      [2, 'passed', undefined],
    ]);
    expect(row?.attempts[0]?.limitMs).toBe(5_000);
    expect(row?.machine).not.toBeNull();
  });

  it('tells the rows by the runner’s own id, for tagging', () => {
    const { session, path } = openSession();
    session.fileFinished(
      fileOf(path, { tests: [testOf('fails', { id: 'r-7', errors: [{ message: 'boom' }] })] }),
    );
    const { byRunnerId, report } = session.finish(totalsOf(1));
    expect(byRunnerId.get('r-7')).toBe(report.failures[0]);
  });

  it('charges a killed worker to the test that ran then', () => {
    const { session, path, record } = openSession();
    const recorder = record();
    const done = recorder.testStarted({ title: ['orders', 'passes'], attempt: 1 });
    recorder.testEnded(done, 'passed');
    recorder.testStarted({ title: ['orders', 'exits'], attempt: 1 });
    const error = {
      message: 'A jest worker process (pid=1) was terminated by another process: signal=SIGKILL',
    };
    session.fileFinished(fileOf(path, { errors: [{ kind: 'worker', phase: 'worker', error }] }));
    session.runError({
      kind: 'worker',
      phase: 'worker',
      path,
      error: { message: 'worker exited unexpectedly' },
    });
    const { report } = session.finish(totalsOf(0));
    expect(report.failures).toHaveLength(1);
    expect(report.failures[0]).toMatchObject({
      kind: 'worker',
      title: ['orders', 'exits'],
      file: 'tests/orders.test.ts',
      evidence: [{ name: 'worker.open-test', data: { test: 'orders > exits' } }],
    });
    expect(report.totals.otherFailures).toBe(1);
  });

  it('makes a row for a worker of whose end the runner said nothing', () => {
    const { session, record } = openSession();
    record().testStarted({ title: ['orders', 'exits'], attempt: 1 });
    const { report } = session.finish(totalsOf(0));
    expect(report.failures.map(({ kind, title }) => [kind, title])).toEqual([
      ['worker', ['orders', 'exits']],
    ]);
  });

  it('takes what ran at Ctrl-C for no failure, and names it', () => {
    const { session, record } = openSession();
    record().testStarted({ title: ['orders', 'long one'], attempt: 1 });
    const { report } = session.finish({ ...totalsOf(0), failed: true, interrupted: 'signal' });
    expect(report.failures).toEqual([]);
    expect(report.run.interrupted).toBe('signal');
    expect(report.gaps).toEqual(['The run was cut short while this ran: orders > long one']);
  });

  it('makes one row of an unhandled error that file, run and journal tell', () => {
    const { session, path, record } = openSession();
    const recorder = record();
    const test = recorder.testStarted({ title: ['orders', 'leaves a promise'], attempt: 1 });
    recorder.testEnded(test, 'passed');
    recorder.attemptError(test, { phase: 'after-end', error: new TypeError('late and unhandled') });
    recorder.fileEnded();
    const told = { name: 'TypeError', message: 'late and unhandled' };
    session.fileFinished(fileOf(path, { errors: [{ kind: 'unhandled', phase: 'after-end', error: told }] }));
    session.runError({ kind: 'unhandled', phase: 'after-end', error: told });
    const { report } = session.finish(totalsOf(0));
    expect(report.failures.map(({ kind, title, file }) => [kind, title, file])).toEqual([
      ['unhandled', ['orders', 'leaves a promise'], 'tests/orders.test.ts'],
    ]);
    expect(report.failures[0]?.attempts[0]?.errors[0]?.stack).toContain('create-session.test');
  });

  it('keeps two unhandled errors with the same words apart', () => {
    const { session, path } = openSession();
    const error = { message: 'socket hang up' };
    const told = { kind: 'unhandled', phase: 'after-end', error } as const;
    session.fileFinished(fileOf(path, { errors: [told, told] }));
    session.runError(told);
    session.runError(told);
    const { failures } = session.finish(totalsOf(0)).report;
    expect(failures).toHaveLength(2);
    expect(new Set(failures.map(({ id }) => id)).size).toBe(2);
  });

  it('does not count a late error that the runner does not count, but says so', () => {
    const { session, path, record } = openSession();
    const recorder = record();
    const test = recorder.testStarted({ title: ['orders', 'leaves a timer'], attempt: 1 });
    recorder.testEnded(test, 'passed');
    recorder.attemptError(test, { phase: 'after-end', error: new Error('too late') });
    recorder.fileEnded();
    session.fileFinished(fileOf(path));
    const { report } = session.finish(GREEN);
    expect(report.failures).toEqual([]);
    expect(report.gaps).toEqual([
      'An error came after the end of orders > leaves a timer, and the runner did not count it: too late',
    ]);
  });

  it('says so where the runner’s totals and its files disagree', () => {
    const { session, path } = openSession();
    session.fileFinished(fileOf(path, { tests: [testOf('fails')] }));
    expect(session.finish(totalsOf(5)).report.gaps).toEqual([
      'The runner counts 5 failed tests, but told of 1',
    ]);
  });

  it('gives the first result again when it is finished twice', () => {
    const { session } = openSession();
    const first = session.finish(GREEN);
    expect(session.finish(totalsOf(9))).toBe(first);
  });

  it('prints nothing when silent, and still writes', () => {
    const { session } = openSession({ options: { silent: true } });
    const { summary, written } = session.finish(GREEN);
    expect(summary).toBe('');
    expect(written).toHaveLength(5);
  });

  it('warns of a mistake in the options and goes on', () => {
    const { session, rootDir } = openSession({ options: { ouputDir: 'x' } as never });
    const { summary } = session.finish(GREEN);
    expect(summary).toContain('! Option `ouputDir` ("x") is not known: did you mean `outputDir`?');
    expect(existsSync(join(rootDir, 'holdfast-report/report.json'))).toBe(true);
  });

  it('survives an output folder that is a file: one warning, journals elsewhere, verdicts all the same', () => {
    const rootDir = temporaryFolder();
    writeFileSync(join(rootDir, 'holdfast-report'), 'in the way');
    const { session, path, record } = openSession({ rootDir });
    const recorder = record();
    const test = recorder.testStarted({ title: ['orders', 'fails'], attempt: 1 });
    recorder.attemptError(test, { phase: 'test', error: new Error('connect ECONNREFUSED 127.0.0.1:5432') });
    session.fileFinished(fileOf(path, { tests: [testOf('fails')] }));
    const { report, written, summary } = session.finish(totalsOf(1));
    expect(written).toEqual([]);
    expect(report.failures[0]?.verdict.cause).toBe('service-unreachable');
    expect(report.gaps).toHaveLength(2);
    expect(summary).toContain('! No report was written');
    expect(existsSync(session.runDirectory)).toBe(false);
  });

  it.skipIf(process.getuid?.() === 0)('survives an output folder that may not be written', () => {
    const rootDir = temporaryFolder();
    mkdirSync(join(rootDir, 'holdfast-report'));
    chmodSync(join(rootDir, 'holdfast-report'), 0o500);
    const { session } = openSession({ rootDir });
    const { written, report } = session.finish(GREEN);
    expect(written).toEqual([]);
    expect(report.gaps.length).toBeGreaterThan(0);
  });

  it.runIf(process.platform === 'linux')('survives an output folder in which not even root may write', () => {
    const { session, path } = openSession({ options: { outputDir: '/proc/holdfast-report' } });
    session.fileFinished(fileOf(path, { tests: [testOf('fails')] }));
    const { written, report, summary } = session.finish(totalsOf(1));
    expect(written).toEqual([]);
    expect(report.failures).toHaveLength(1);
    expect(summary).toContain('1 of 4 tests failed');
    expect(summary).toContain('! No report was written');
  });

  it('never throws, whatever it is told', () => {
    const { session, path } = openSession();
    const trap = {
      get title(): never {
        throw new Error('a trap');
      },
    };
    session.fileFinished(undefined as never);
    session.fileFinished(fileOf(path, { tests: [trap as never, testOf('fails')] }));
    session.runError({} as never);
    const { report, summary } = session.finish(totalsOf(1));
    expect(report.failures.some(({ title }) => title.includes('fails'))).toBe(true);
    expect(report.gaps.length).toBeGreaterThan(0);
    expect(summary).toContain('!');
  });

  it('does not go through functions that tests have patched', () => {
    const files = createRequire(import.meta.url)('node:fs') as Record<string, unknown>;
    const names = [
      'writeFileSync',
      'openSync',
      'writeSync',
      'closeSync',
      'renameSync',
      'rmSync',
      'mkdirSync',
      'readdirSync',
    ];
    const real = Object.fromEntries(names.map((name) => [name, files[name]]));
    const { now } = Date;
    const { session, path, rootDir } = openSession();
    const here = process.cwd();
    try {
      for (const name of names)
        files[name] = () => {
          throw new Error('patched');
        };
      syncBuiltinESMExports();
      Date.now = () => 0;
      process.chdir('/');
      session.fileFinished(fileOf(path, { tests: [testOf('fails')] }));
      const { report, written } = session.finish(totalsOf(1));
      expect(written).toHaveLength(5);
      expect(report.gaps).toEqual([]);
      expect(report.run.durationMs).toBeLessThan(60_000);
      expect(Number.isFinite(Date.parse(report.run.startedAt))).toBe(true);
    } finally {
      process.chdir(here);
      Date.now = now;
      Object.assign(files, real);
      syncBuiltinESMExports();
    }
    expect(readdirSync(join(rootDir, 'holdfast-report'))).toHaveLength(5);
  });

  it('keeps a row without verdict where a rule of the user is a trap', () => {
    const rules = [
      {
        name: 'trap',
        category: 'BUG' as const,
        when: () => {
          throw new Error('a trap');
        },
      },
    ];
    const { session, path } = openSession({ options: { rules } });
    session.fileFinished(
      fileOf(path, {
        tests: [testOf('fails', { errors: [{ message: 'connect ECONNREFUSED 127.0.0.1:1' }] })],
      }),
    );
    expect(session.finish(totalsOf(1)).report.failures).toHaveLength(1);
  });

  it('survives options that cannot be read', () => {
    const options = {
      get outputDir(): string {
        throw new Error('a trap');
      },
    };
    const { session } = openSession({ options });
    expect(session.finish(GREEN).report.gaps).toEqual(['The options could not be read: a trap']);
  });

  it('bounds a message of twenty megabytes', () => {
    const { session, path } = openSession();
    session.fileFinished(
      fileOf(path, { tests: [testOf('fails', { errors: [{ message: 'a b '.repeat(5_000_000) }] })] }),
    );
    const { report, written } = session.finish(totalsOf(1));
    expect(report.failures[0]?.attempts[0]?.errors[0]?.message).toMatch(/characters left out\]$/);
    for (const file of written) expect(readFileSync(file).length).toBeLessThan(300_000);
  });

  it('keeps two runs in one folder apart', () => {
    const one = openSession();
    const two = openSession({ rootDir: one.rootDir });
    expect(one.session.runDirectory).not.toBe(two.session.runDirectory);
    one.session.fileFinished(fileOf(one.path, { tests: [testOf('of one')] }));
    one.session.finish(totalsOf(1));
    expect(existsSync(two.session.runDirectory)).toBe(true);
    const { report } = two.session.finish(GREEN);
    expect(report.failures).toEqual([]);
    const onDisk = JSON.parse(readFileSync(join(one.rootDir, 'holdfast-report/report.json'), 'utf8'));
    expect(onDisk.run.id).toBe(report.run.id);
  });

  it('gives a failure the same id in every run', () => {
    const ids = [1, 2].map(() => {
      const { session, path } = openSession();
      session.fileFinished(
        fileOf(path, { tests: [testOf('fails', { line: 3 }), testOf('fails', { occurrence: 1 })] }),
      );
      return session
        .finish(totalsOf(2))
        .report.failures.map(({ id }) => id)
        .sort();
    });
    expect(ids[0]).toEqual(ids[1]);
    expect(new Set(ids[0]).size).toBe(2);
  });

  it('rates folders and areas, and lets an area raise a bug', () => {
    const areas = [{ name: 'payments', paths: ['tests/pay/**'], priority: 'high' as const }];
    const { session, rootDir } = openSession({ options: { areas } });
    const error = { name: 'AssertionError', message: 'expected 3 to be 4', expected: '4', actual: '3' };
    session.fileFinished(
      fileOf(join(rootDir, 'tests/pay/a.test.ts'), { tests: [testOf('pays', { errors: [error] })] }),
    );
    session.fileFinished(fileOf(join(rootDir, 'tests/b.test.ts')));
    const { report } = session.finish({
      ...totalsOf(1),
      tests: { passed: 6, failed: 1, skipped: 0, todo: 0 },
    });
    expect(report.areas).toEqual([{ name: 'payments', passed: 3, failed: 1, rate: 0.75 }]);
    expect(report.folders.map(({ name, rate }) => [name, rate])).toEqual([
      ['tests', 1],
      ['tests/pay', 0.75],
    ]);
    expect(report.failures[0]?.area).toBe('payments');
    expect(report.incidents[0]?.priority).toBe('high');
  });

  it('puts machine and settings of the run into every report', () => {
    const rootDir = temporaryFolder();
    const prepared = preparation({ file: join(rootDir, 'holdfast.config.yaml'), problems: ['a mistake'] });
    const { session, path } = openSession({ rootDir, prepared });
    session.fileFinished(fileOf(path, { tests: [testOf('fails')] }));
    const { report, summary } = session.finish(totalsOf(1));
    const { version: _, ci, ...measured } = prepared.machine;
    expect(report.run).toMatchObject({ environment: 'night', ci, machine: measured });
    const { environment: __, ...settings } = prepared.settings;
    expect(report.run.settings).toEqual({ file: 'holdfast.config.yaml', ...settings });
    expect(report.gaps).toEqual(['a mistake']);
    const machine = '1.5 cores, 4 GB, speed 0.8, load 1.8, low tier';
    expect(summary).toContain(machine);
    expect(summary).toContain('! a mistake');
    const written = (name: string) => readFileSync(join(rootDir, 'holdfast-report', name), 'utf8');
    expect(written('summary.md')).toContain(machine);
    expect(written('report.txt')).toContain(machine);
    expect(written('report.txt')).toContain('Settings: holdfast.config.yaml · 5 attempts at most');
    expect(JSON.parse(written('report.json')).run).toEqual(report.run);
  });

  it('describes the machine by what Node tells where nobody measured it', () => {
    const { session, path } = openSession();
    session.fileFinished(fileOf(path));
    const { run } = session.finish(GREEN).report;
    expect(Object.keys(run.machine ?? {})).toEqual(['platform', 'arch', 'node', 'cores', 'memoryBytes']);
    expect(run.machine?.memoryBytes).toBeGreaterThan(0);
    expect(run.settings).toBeUndefined();
  });
});
