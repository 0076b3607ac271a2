import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KNOWN_FILE, type KnownList, writeKnownList } from '../../src/correction/known-list.js';
import { FileHistoryStore } from '../../src/history/file-store.js';
import { decodeOutcome } from '../../src/history/outcome-code.js';
import type { FileOutcome, TestVisitor } from '../../src/outcome.js';
import { fileOf, openSession, temporaryFolder, testOf, totalsOf } from './session.fixture.js';

const CI = { GITHUB_ACTIONS: 'true', CI: 'true', GITHUB_SHA: 'a'.repeat(40), GITHUB_REF_NAME: 'main' };

type Told = 'passed' | 'failed' | 'flaky' | 'skipped';

const REFUSED = { name: 'Error', code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 10.0.0.1:5432' };
const MISMATCH = { name: 'AssertionError', message: 'expected 1 to be 2', expected: '2', actual: '1' };

/** A run of one file; the error is that of its first test. */
const run = (
  rootDir: string,
  told: readonly Told[],
  error: FileOutcome['tests'][number]['errors'][number] = MISMATCH,
  environment: Record<string, string> = CI,
) => {
  const { session, path } = openSession({ rootDir, environment });
  const tests = told.flatMap((status, index) =>
    status === 'failed' || status === 'flaky'
      ? [
          testOf(`test ${index}`, {
            status: status === 'failed' ? 'failed' : 'passed',
            attempts: status === 'flaky' ? 2 : 1,
            errors: [error],
          }),
        ]
      : [],
  );
  const failed = told.filter((status) => status === 'failed').length;
  const everyTest = (visit: TestVisitor) => {
    told.forEach((status, index) => {
      visit(['orders'], `test ${index}`, status, 20);
    });
  };
  const counts = { passed: told.length - failed, failed, skipped: 0, todo: 0 };
  session.fileFinished(fileOf(path, { tests, counts, everyTest }));
  return session.finish({ ...totalsOf(failed), tests: counts, failed: failed > 0 });
};

const historyIn = (rootDir: string) => new FileHistoryStore(join(rootDir, '.holdfast/history')).read();

const keepKnown = (rootDir: string, known: Partial<KnownList>) => {
  const whole = { corrections: [], quarantined: [], quarantineCap: 20, tuning: [], ...known };
  writeFileSync(join(rootDir, KNOWN_FILE), writeKnownList(whole));
};

describe('a session and the runs before it', () => {
  it('keeps what every test came to, with commit, branch and environment', () => {
    const rootDir = temporaryFolder();
    const { report } = run(rootDir, ['passed', 'failed', 'skipped', 'flaky']);
    const { runs, tables } = historyIn(rootDir);
    expect(runs).toHaveLength(1);
    expect(runs[0]).toMatchObject({
      id: report.run.id,
      commit: CI.GITHUB_SHA,
      branch: 'main',
      environment: 'ci',
      ci: 'CI',
      runner: 'jest 30.5.2',
    });
    const [file] = runs[0]?.files ?? [];
    expect([...(file?.outcomes ?? '')].map((code) => decodeOutcome(code)?.status)).toEqual([
      'passed',
      'failed',
      'skipped',
      'flaky',
    ]);
    expect(tables.get(file?.table ?? '')).toMatchObject({
      file: 'tests/orders.test.ts',
      tests: [0, 1, 2, 3].map((index) => ['orders', `test ${index}`]),
    });
    expect(runs[0]?.failures.map(({ test, category, attempts }) => [test, category, attempts])).toEqual(
      report.failures.map(({ title, verdict, attempts }) => [
        Number(title[1]?.at(-1)),
        verdict.category,
        attempts.length,
      ]),
    );
  });

  it('keeps no secret that stands in a title, and knows the test all the same', () => {
    const secret = 'hunter2-hunter2-hunter2';
    const rootDir = temporaryFolder();
    const { session, path } = openSession({ rootDir, environment: { ...CI, SHOP_PASSWORD: secret } });
    const title = `logs in with ${secret}`;
    session.fileFinished(
      fileOf(path, {
        tests: [{ ...testOf('x', { errors: [MISMATCH] }), title: [title] }],
        everyTest: (visit) => {
          visit([], `stays out with ${secret}`, 'passed', 1);
          visit([], title, 'failed', 1);
        },
      }),
    );
    session.finish(totalsOf(1));
    const folder = join(rootDir, '.holdfast/history');
    for (const name of readdirSync(folder))
      expect(readFileSync(join(folder, name), 'utf8')).not.toContain(secret);
    const [kept] = historyIn(rootDir).runs;
    expect(kept?.failures.map(({ file, test }) => [file, test])).toEqual([[0, 1]]);
    expect(kept?.others).toEqual([]);
  });

  it('keeps a green run too, and says nothing of it', () => {
    const rootDir = temporaryFolder();
    expect(run(rootDir, ['passed', 'passed']).summary).toBe('Holdfast  2 tests passed\n');
    expect(historyIn(rootDir).runs).toHaveLength(1);
  });

  it('keeps one run once, though its report is made anew', () => {
    const { session, path, rootDir } = openSession();
    session.fileFinished(fileOf(path, { everyTest: (visit) => visit([], 'one', 'passed', 1) }));
    session.finish(totalsOf(0));
    session.runError({ kind: 'unhandled', phase: 'after-end', error: { message: 'late' } });
    session.finish(totalsOf(0));
    const { runs } = historyIn(rootDir);
    expect(runs).toHaveLength(1);
    expect(runs[0]?.others.map(({ kind }) => kind)).toEqual(['unhandled']);
  });

  it('keeps nothing where it shall not', () => {
    const { session, path, rootDir } = openSession({ options: { historyDir: false } });
    session.fileFinished(fileOf(path, { everyTest: (visit) => visit([], 'one', 'passed', 1) }));
    session.finish(totalsOf(0));
    expect(existsSync(join(rootDir, '.holdfast'))).toBe(false);
  });

  it('says in a sentence why the history could not be kept, and reports all the same', () => {
    const rootDir = temporaryFolder();
    writeFileSync(join(rootDir, '.holdfast'), 'a file where the folder should be');
    const { report, written } = run(rootDir, ['failed']);
    expect(report.failures).toHaveLength(1);
    expect(report.gaps[0]).toMatch(/^The history could not be kept: E\w+/);
    expect(written).toHaveLength(5);
  });

  it('tells what earlier runs say about a failure', () => {
    const rootDir = temporaryFolder();
    run(rootDir, ['passed']);
    run(rootDir, ['failed']);
    run(rootDir, ['passed']);
    const [row] = run(rootDir, ['failed']).report.failures;
    expect(row?.history).toMatchObject({
      runs: 3,
      failed: 1,
      passedOnRetry: 0,
      sameFailure: 1,
      knownFlaky: false,
    });
    expect(run(temporaryFolder(), ['failed']).report.failures[0]?.history).toBeUndefined();
  });

  it('lowers the priority of a failure that comes and goes with the code unchanged', () => {
    const rootDir = temporaryFolder();
    const [before] = run(temporaryFolder(), ['failed']).report.failures;
    for (let round = 0; round < 5; round += 1) {
      run(rootDir, ['failed', 'passed']);
      run(rootDir, ['passed', 'passed']);
    }
    const { report } = run(rootDir, ['failed', 'passed']);
    const [row] = report.failures;
    expect(row?.history?.knownFlaky).toBe(true);
    expect(before?.verdict.priority).toBe('medium');
    expect(row?.verdict.priority).toBe('low');
    expect(report.incidents[0]?.priority).toBe('low');
  });

  it('lets a flaky past excuse neither another failure of the test nor one that stays', () => {
    const rootDir = temporaryFolder();
    for (let round = 0; round < 5; round += 1) {
      run(rootDir, ['failed']);
      run(rootDir, ['passed']);
    }
    const other = { name: 'TypeError', message: "Cannot read properties of undefined (reading 'total')" };
    expect(run(rootDir, ['failed'], other).report.failures[0]?.history?.knownFlaky).toBe(false);
    for (let round = 0; round < 3; round += 1) run(rootDir, ['failed']);
    const [row] = run(rootDir, ['failed']).report.failures;
    expect(row?.history?.knownFlaky).toBe(false);
    expect(row?.verdict.priority).toBe('medium');
  });

  it('takes nothing for flaky on a machine where the code may have changed between the runs', () => {
    const rootDir = temporaryFolder();
    for (let round = 0; round < 6; round += 1) {
      run(rootDir, ['failed'], MISMATCH, {});
      run(rootDir, ['passed'], MISMATCH, {});
    }
    expect(run(rootDir, ['failed'], MISMATCH, {}).report.failures[0]?.history?.knownFlaky).toBe(false);
  });

  it('judges by a correction from then on, and shows it as one', () => {
    const rootDir = temporaryFolder();
    const [row] = run(rootDir, ['failed'], REFUSED).report.failures;
    expect(row?.verdict).toMatchObject({ category: 'ENVIRONMENT', cause: 'service-unreachable' });
    keepKnown(rootDir, {
      corrections: [
        {
          fingerprint: row?.fingerprint ?? '',
          test: 'tests/orders.test.ts > orders > test 0',
          category: 'CONFIGURATION',
          cause: 'other-configuration',
          because: 'The database listens on 5433 since the move.',
          by: 'Ada',
          on: '2026-11-20',
        },
      ],
    });
    const { report } = run(rootDir, ['failed'], REFUSED);
    expect(report.failures[0]).toMatchObject({
      verdict: {
        category: 'CONFIGURATION',
        cause: 'other-configuration',
        standing: 'supported',
        confidence: 1,
        why: 'The database listens on 5433 since the move.',
      },
      correction: { by: 'Ada', on: '2026-11-20', was: 'ENVIRONMENT/service-unreachable' },
    });
    expect(report.failures[0]?.verdict.evidence[0]?.rule).toBe('correction');
    expect(report.incidents[0]?.category).toBe('CONFIGURATION');
    const [otherFailure] = run(rootDir, ['failed'], MISMATCH).report.failures;
    expect(otherFailure?.correction).toBeUndefined();
  });

  it('shows a failure in quarantine with its owner, and no other failure of the same test', () => {
    const rootDir = temporaryFolder();
    const [row] = run(rootDir, ['failed'], REFUSED).report.failures;
    const entry = {
      file: row?.file ?? '',
      title: row?.title ?? [],
      fingerprint: row?.fingerprint ?? '',
      owner: 'Grace',
      because: 'The sandbox of the bank is down on weekends.',
      on: '2026-11-01',
    };
    keepKnown(rootDir, { quarantined: [{ ...entry, until: '2999-01-01' }] });
    expect(run(rootDir, ['failed'], REFUSED).report.failures[0]?.quarantine).toMatchObject({
      owner: 'Grace',
      expired: false,
    });
    expect(run(rootDir, ['failed'], MISMATCH).report.failures[0]?.quarantine).toBeUndefined();
    keepKnown(rootDir, { quarantined: [{ ...entry, until: '2020-01-01' }] });
    expect(run(rootDir, ['failed'], REFUSED).report.failures[0]?.quarantine?.expired).toBe(true);
  });

  it('names what is to be tidied: a date that is over, and a test that is fixed, once it passes', () => {
    const rootDir = temporaryFolder();
    const [row] = run(rootDir, ['failed', 'passed'], REFUSED).report.failures;
    const entry = {
      file: row?.file ?? '',
      title: row?.title ?? [],
      fingerprint: row?.fingerprint ?? '',
      owner: 'Grace',
      because: 'The bank moves.',
      on: '2026-11-01',
    };
    const told = { test: 'tests/orders.test.ts > orders > test 0', owner: 'Grace' };
    keepKnown(rootDir, { quarantined: [{ ...entry, until: '2020-01-01' }] });
    expect(run(rootDir, ['passed', 'passed']).report.staleQuarantine).toEqual([
      { ...told, state: 'expired', until: '2020-01-01', quietRuns: 0 },
    ]);
    keepKnown(rootDir, { quarantined: [{ ...entry, until: '2999-01-01' }] });
    for (let round = 1; round < 10; round += 1) {
      expect('staleQuarantine' in run(rootDir, ['passed', 'passed']).report).toBe(false);
    }
    const { report, summary } = run(rootDir, ['passed', 'passed']);
    expect(report.staleQuarantine).toEqual([{ ...told, state: 'fixed', until: '2999-01-01', quietRuns: 10 }]);
    expect(summary).toContain('Quarantine FIXED, take it out (Grace, 10 runs without the failure)');
    const red = run(rootDir, ['failed', 'passed'], REFUSED).report;
    expect('staleQuarantine' in red).toBe(false);
    expect(red.failures[0]?.quarantine?.expired).toBe(false);
  });

  it('names the entries of the known list that are not right, and goes by the others', () => {
    const rootDir = temporaryFolder();
    mkdirSync(rootDir, { recursive: true });
    writeFileSync(join(rootDir, KNOWN_FILE), '{"corrections":[{"fingerprint":""}]}');
    chmodSync(join(rootDir, KNOWN_FILE), 0o644);
    expect(run(rootDir, ['failed']).report.gaps).toEqual([
      `${KNOWN_FILE}: corrections[0].fingerprint is ""; accepted is a text that is not empty`,
    ]);
  });
});
