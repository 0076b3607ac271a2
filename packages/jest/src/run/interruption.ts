import type { RunnerTotals } from '@holdfast/triage';
import type { JestRunResult } from '../translate/jest-results.js';
import type { JestGlobalConfig } from './jest-config.js';
import type { ProcessEnd } from './process-end.js';

const filesDone = (results: JestRunResult): number =>
  results.numPassedTestSuites + results.numFailedTestSuites + results.numPendingTestSuites;

/** Why a run was cut short, where it was. */
export const interruptionOf = (
  config: JestGlobalConfig,
  results: JestRunResult | undefined,
  end?: ProcessEnd,
): RunnerTotals['interrupted'] => {
  if (end?.signal !== undefined) return 'signal';
  const bail = config.bail ?? 0;
  const isBailed = results !== undefined && bail > 0 && results.numFailedTests >= bail;
  if (isBailed && filesDone(results) < results.numTotalTestSuites) return 'bail';
  if (results?.wasInterrupted) return config.watch || config.watchAll ? 'watch' : 'other';
  return end === undefined ? undefined : 'other';
};
