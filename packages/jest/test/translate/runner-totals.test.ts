import { expect, test } from 'vitest';
import { runnerTotals } from '../../src/translate/runner-totals.js';
import { recordedRun } from '../recorded-run.js';

const { totals } = recordedRun('jest-30.5.2-processes');
const green = { ...totals, numFailedTests: 0, numRuntimeErrorTestSuites: 0 };

test('figures are Jest’s own', () => {
  expect(runnerTotals(totals)).toEqual({
    tests: { passed: 12, failed: 31, skipped: 3, todo: 2 },
    files: { passed: 2, failed: 14, skipped: 0 },
    failed: true,
  });
});

test('obsolete snapshots and a runner that failed are red too', () => {
  expect(runnerTotals(green).failed).toBe(false);
  expect(runnerTotals({ ...green, snapshot: { failure: true } }).failed).toBe(true);
  expect(runnerTotals({ ...green, runExecError: { message: 'x' } }).failed).toBe(true);
  expect(runnerTotals({ ...green, numRuntimeErrorTestSuites: 1 }).failed).toBe(true);
});

test('an interruption is named', () => {
  expect(runnerTotals(green, 'bail').interrupted).toBe('bail');
});
