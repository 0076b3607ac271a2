import type { FileOutcome, RunnerTotals } from '@holdfast/triage';

export interface RunEnd {
  readonly files: readonly FileOutcome[];
  /** Whether the runner calls the run red. */
  readonly failed: boolean;
  readonly interrupted?: RunnerTotals['interrupted'];
}

/** A file is red where a test or anything else in it is; skipped where no test of it ran. */
const stateOf = ({ counts, errors }: FileOutcome): 'passed' | 'failed' | 'skipped' => {
  if (counts.failed > 0 || errors.length > 0) return 'failed';
  return counts.passed === 0 && counts.skipped + counts.todo > 0 ? 'skipped' : 'passed';
};

/** The closing figures of a run: the sums over its files. */
export const runnerTotals = ({ files, failed, interrupted }: RunEnd): RunnerTotals => {
  const tests = { passed: 0, failed: 0, skipped: 0, todo: 0 };
  const states = { passed: 0, failed: 0, skipped: 0 };
  for (const file of files) {
    tests.passed += file.counts.passed;
    tests.failed += file.counts.failed;
    tests.skipped += file.counts.skipped;
    tests.todo += file.counts.todo;
    states[stateOf(file)] += 1;
  }
  return { tests, files: states, failed, ...(interrupted === undefined ? {} : { interrupted }) };
};
