import type { RunnerTotals } from '@holdfast/triage';
import type { JestRunResult } from './jest-results.js';

/**
 * Jest's closing figures. `failed` is what Jest itself concludes from them; errors that other reporters return,
 * a missed coverage threshold for one, are not among them.
 */
export const runnerTotals = (
  results: JestRunResult,
  interrupted?: RunnerTotals['interrupted'],
): RunnerTotals => ({
  tests: {
    passed: results.numPassedTests,
    failed: results.numFailedTests,
    skipped: results.numPendingTests,
    todo: results.numTodoTests,
  },
  files: {
    passed: results.numPassedTestSuites,
    failed: results.numFailedTestSuites,
    skipped: results.numPendingTestSuites,
  },
  failed:
    results.numFailedTests > 0 ||
    results.numRuntimeErrorTestSuites > 0 ||
    results.snapshot?.failure === true ||
    results.runExecError !== undefined,
  ...(interrupted === undefined ? {} : { interrupted }),
});
