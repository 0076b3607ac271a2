import type { RunError } from '@holdfast/triage';
import type { JestRunResult } from '../translate/jest-results.js';

/** Why Jest calls a run failed in which no test and no file failed. */
export const redWithoutFailure = ({ snapshot }: JestRunResult): RunError => {
  const message =
    snapshot?.failure === true
      ? `Jest fails the run for obsolete snapshots: ${snapshot.unchecked ?? 0} unchecked, ${snapshot.filesRemoved ?? 0} files without tests`
      : 'Jest fails the run although no test failed: one of its reporters returned an error, as for a missed coverage threshold';
  return { kind: 'run', phase: 'after-end', error: { message } };
};
