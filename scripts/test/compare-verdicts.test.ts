import { describe, expect, it } from 'vitest';
import { compareVerdicts } from '../demo/compare-verdicts.mjs';
import type { ExpectedFailure } from '../demo/match-rows.mjs';

const refused = { category: 'ENVIRONMENT', cause: 'service-unreachable', reason: 'not started' };
const expected: ExpectedFailure[] = [
  { file: 'a.test.js', title: 'a > pays', incident: 'gateway', ...refused },
  { file: 'a.test.js', title: 'a > refunds', incident: 'gateway', ...refused },
];

const verdict = {
  category: 'ENVIRONMENT',
  cause: 'service-unreachable',
  priority: 'medium',
  standing: 'suspected',
};
const row = (title: string, changes: object = {}) => ({
  kind: 'test',
  file: 'a.test.js',
  title: ['a', title],
  incident: 'i-1',
  verdict,
  ...changes,
});
const rows = [row('pays'), row('refunds')];
const compare = (vitest: typeof rows, jest = rows, known = expected) =>
  compareVerdicts(known, [
    { runner: 'vitest', rows: vitest },
    { runner: 'jest', rows: jest },
  ]);

describe('compareVerdicts', () => {
  it('finds nothing where both runs say what is known', () => {
    expect(compare(rows)).toEqual([]);
  });

  it('finds a failure without a row', () => {
    expect(compare([rows[0]])).toContain('vitest: no row for a.test.js: a > refunds');
  });

  it('finds a row that nobody expected', () => {
    expect(compare([...rows, row('ships')])).toEqual([
      'vitest: unexpected ENVIRONMENT/service-unreachable for a.test.js: a > ships',
    ]);
  });

  it('finds a wrong verdict, and that the runners differ', () => {
    const wrong = { ...verdict, category: 'BUG', cause: 'type-error' };
    expect(compare([rows[0], row('refunds', { verdict: wrong })])).toEqual([
      'vitest: a.test.js: a > refunds\n  BUG/type-error, expected ENVIRONMENT/service-unreachable',
      'a.test.js: a > refunds\n  vitest: BUG/type-error, medium; jest: ENVIRONMENT/service-unreachable, medium',
    ]);
  });

  it('finds another priority in one runner', () => {
    const low = { ...verdict, priority: 'low' };
    expect(compare([rows[0], row('refunds', { verdict: low })])).toHaveLength(1);
  });

  it('finds an incident that was torn apart', () => {
    expect(compare([rows[0], row('refunds', { incident: 'i-2' })])).toEqual([
      'vitest: the failures of one incident (gateway) are in several',
    ]);
  });

  it('asks for no more than one run can say', () => {
    const oneRun = { category: 'BUG', cause: 'assertion-mismatch', reason: 'takes a run alone' };
    const leak = {
      file: 'a.test.js',
      title: 'a > leaks',
      category: 'TEST_DESIGN',
      cause: 'leaked-state',
      reason: '',
      oneRun,
    };
    const told = [row('leaks', { verdict: { ...verdict, ...oneRun } })];
    expect(compare(told, told, [leak])).toEqual([]);
  });

  it('lets the runners differ only where it depends on the load of the machine', () => {
    const onBusyMachine = { category: 'ENVIRONMENT', cause: 'slow-machine', reason: 'busy' };
    const slow = [rows[0], row('refunds', { verdict: { ...verdict, ...onBusyMachine } })] as typeof rows;
    expect(compare(slow)).not.toEqual([]);
    const known = expected.map(({ incident, ...failure }) => ({ ...failure, onBusyMachine }));
    expect(compare(slow, rows, known)).toEqual([]);
    const wrong = [rows[0], row('refunds', { verdict: { ...verdict, cause: 'dns' } })];
    expect(compare(wrong, rows, known)).toHaveLength(1);
  });
});
