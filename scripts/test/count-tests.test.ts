import { expect, it } from 'vitest';
import { countTests } from '../check/count-tests.mjs';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});

it('takes the figures of the report', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    testResults: [file('failed', 'passed', 'failed'), file('passed', 'passed', 'passed')],
  };
  expect(countTests(report, 1)).toEqual({ passed: 3, failed: 1 });
});

it('counts a file that did not load as a failure', () => {
  const report = {
    numPassedTests: 1,
    numFailedTests: 0,
    testResults: [file('passed', 'passed'), file('failed')],
  };
  expect(countTests(report, 1)).toEqual({ passed: 1, failed: 1 });
});

it('counts a red exit without a failed test as a failure', () => {
  const report = { numPassedTests: 1, numFailedTests: 0, testResults: [file('passed', 'passed')] };
  expect(countTests(report, 1)).toEqual({ passed: 1, failed: 1 });
});

it('counts a run that left no report as a failure', () => {
  expect(countTests(undefined, 0)).toEqual({ passed: 0, failed: 1 });
});
