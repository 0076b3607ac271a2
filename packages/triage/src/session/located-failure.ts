import type { Failure } from '../failure.js';

/** A failure together with what ties it to the runner. */
export interface LocatedFailure {
  readonly failure: Failure;
  /** Absolute path of the test file. */
  readonly path?: string;
  /** The runner's own id of the test. */
  readonly runnerId?: string;
  /** Which of the tests of this title in this file it is, from 0. */
  readonly occurrence: number;
  /** False where earlier attempts ran but their errors are not known. */
  readonly attemptsComplete: boolean;
  readonly durationMs?: number;
  /** Line that the runner gave, for where the error's stack names none. */
  readonly runnerLine?: number;
  readonly runnerColumn?: number;
}
