import type { RunError } from '@holdfast/triage';
import type { JestRunResult } from '../translate/jest-results.js';

/** Why Jest calls a run failed in which no test and no file failed. */
export const redWithoutFailure = ({ snapshot }: JestRunResult): RunError => {
  const message =
    snapshot?.failure === true
      ? `Jest fails the run for obsolete snapshots: ${snapshot.unchecked ?? 0} unchecked, ${snapshot.filesRemoved ?? 0} files without tests`
      : 'Jest fails the run although no test failed: one of its reporters returned an error, as for a missed coverage threshold';
  return { kind: 'run', phase: 'global-teardown', error: { message } };
};

/** Why Jest exits red after a run that it called passed. */
export const redThoughPassed = (exitCode: number, { numTotalTestSuites }: JestRunResult): RunError => {
  const message =
    numTotalTestSuites === 0
      ? `No tests found, exiting with code ${exitCode}`
      : `Jest ended with exit code ${exitCode} after a run that it called passed; its own output says why`;
  return { kind: 'run', phase: numTotalTestSuites === 0 ? 'load' : 'global-teardown', error: { message } };
};
