import { expect, it } from 'vitest';
import { noFailuresLine } from '../../../src/report/page/no-failures-line.js';
import type { Report, RunSummary } from '../../../src/report/report.js';
import { reportOf } from '../../report.fixture.js';

const lineOf = (totals: Partial<Report['totals']>, interrupted: RunSummary['interrupted'] = null): string => {
  const report = reportOf([]);
  return noFailuresLine({
    ...report,
    totals: { ...report.totals, ...totals },
    run: { ...report.run, interrupted },
  });
};

it('a run in which nothing failed says so', () => {
  expect(lineOf({ passed: 3 })).toBe('Nothing failed.');
});

it('a run without a test does not count as one in which nothing failed', () => {
  expect(lineOf({ passed: 0 })).toBe('No test ran.');
  expect(lineOf({ passed: 0 }, 'other')).toBe('No test ran; the run was cut short.');
});

it('a run that was cut short says that there was more to come', () => {
  expect(lineOf({ passed: 3 }, 'signal')).toBe('Nothing failed; the run was cut short (signal).');
});

it('failures that the runner counted and did not tell are failures', () => {
  expect(lineOf({ passed: 3, failed: 1 })).toBe('The runner counted 1 failed test and told nothing of it.');
  expect(lineOf({ passed: 0, failed: 2 }, 'bail')).toBe(
    'The runner counted 2 failed tests and told nothing of them.',
  );
});
