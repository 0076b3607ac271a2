import { describe, expect, it } from 'vitest';
import type { TestVisitor } from '../../src/outcome.js';
import { listTests } from '../../src/session/list-tests.js';
import { failureOf } from '../failure.fixture.js';
import { reportOf } from '../report.fixture.js';

type Told = readonly [name: string, status: Parameters<TestVisitor>[2], durationMs?: number];

const fileOf = (file: string, tests: readonly Told[], project?: string) => ({
  file,
  project,
  everyTest: (visit: TestVisitor) => {
    for (const [name, status, durationMs] of tests) visit(['orders'], name, status, durationMs);
  },
});

const rowsOf = (...failures: Parameters<typeof failureOf>[1][]) =>
  reportOf(failures.map((changes) => failureOf('x', { file: 'a.test.ts', ...changes }))).failures;

const statuses = (...args: Parameters<typeof listTests>) =>
  listTests(...args).map(({ title, status }) => `${title.at(-1)} ${status}`);

const same = (text: string) => text;

describe('listTests', () => {
  it('lists every test but those that have a row, in their order', () => {
    const rows = rowsOf({ title: ['orders', 'b'] }, { title: ['orders', 'd'], flaky: true });
    const told: Told[] = [
      ['a', 'passed', 1.23456],
      ['b', 'failed'],
      ['c', 'skipped'],
      ['d', 'flaky', 3],
      ['e', 'todo'],
    ];
    const tests = listTests([fileOf('a.test.ts', told)], rows, same);
    expect(tests).toEqual([
      { file: 'a.test.ts', project: null, title: ['orders', 'a'], status: 'passed', durationMs: 1.235 },
      { file: 'a.test.ts', project: null, title: ['orders', 'c'], status: 'skipped', durationMs: null },
      { file: 'a.test.ts', project: null, title: ['orders', 'e'], status: 'todo', durationMs: null },
    ]);
  });

  it('leaves out a test that the runner calls passed and that has a row, because it was retried inside', () => {
    const rows = rowsOf({ title: ['orders', 'a'], flaky: true });
    const told: Told[] = [
      ['a', 'skipped'],
      ['a', 'passed'],
      ['b', 'passed'],
    ];
    expect(statuses([fileOf('a.test.ts', told)], rows, same)).toEqual(['a skipped', 'b passed']);
  });

  it('gives the row of several tests of one title to the one that failed', () => {
    const rows = rowsOf({ title: ['orders', 'a'] });
    const told: Told[] = [
      ['a', 'passed'],
      ['a', 'failed'],
    ];
    expect(statuses([fileOf('a.test.ts', told)], rows, same)).toEqual(['a passed']);
  });

  it('keeps a failure that the runner counts and nobody told', () => {
    expect(statuses([fileOf('a.test.ts', [['a', 'failed']])], [], same)).toEqual(['a failed']);
  });

  it('tells projects apart', () => {
    const rows = rowsOf({ title: ['orders', 'a'], project: 'web' });
    const files = [
      fileOf('a.test.ts', [['a', 'failed']], 'web'),
      fileOf('a.test.ts', [['a', 'passed']], 'node'),
    ];
    expect(listTests(files, rows, same).map(({ project }) => project)).toEqual(['node']);
  });

  it('masks titles as the rows are masked', () => {
    const mask = (text: string) => text.replace('hunter2', '***');
    const rows = rowsOf({ title: ['orders', 'signs in with ***'] });
    const told: Told[] = [
      ['signs in with hunter2', 'failed'],
      ['signs out hunter2', 'passed'],
    ];
    expect(statuses([fileOf('a.test.ts', told)], rows, mask)).toEqual(['signs out *** passed']);
  });
});
