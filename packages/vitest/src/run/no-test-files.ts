import type { RunError } from '@holdfast/triage';

/** The end of a run as far as it is read here. */
export interface EmptyRunEnd {
  /** How many files were to be run. */
  readonly expectedFiles: number;
  /** `passed`, `failed` or `interrupted`. */
  readonly reason: string;
  readonly isWatching: boolean;
}

/** Why Vitest calls a run failed for which it found no file: it tells reporters no error. Watch mode goes on. */
export const noTestFiles = ({ expectedFiles, reason, isWatching }: EmptyRunEnd): RunError | undefined => {
  if (expectedFiles > 0 || reason !== 'failed' || isWatching) return undefined;
  return { kind: 'run', phase: 'load', error: { message: 'No test files found, exiting with code 1' } };
};
