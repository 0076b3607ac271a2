import { type Phase, snapshotError } from '@holdfast/journal';
import type { TestOutcome } from '@holdfast/triage';
import { attemptCount } from './attempts.js';
import { hookLimitMs, testLimitMs } from './limits.js';
import { positionIn } from './position.js';
import { thrownValue } from './thrown-value.js';
import type { VitestResult, VitestTest } from './vitest-task.js';

/** Which part of a failed test threw. Where body and hook both did, the body decides. */
const phaseOf = ({ hooks, errors = [] }: VitestResult, attempts: number): Phase => {
  if (hooks?.beforeEach === 'run') return 'beforeEach';
  if (hooks?.afterEach === 'run' && errors.length <= attempts) return 'afterEach';
  return 'test';
};

export interface TestPlace {
  /** Absolute path of the test file. */
  readonly path: string;
  /** Describe levels, outermost first. */
  readonly levels: readonly string[];
  readonly occurrence: number;
}

/** A test that failed, or passed only on retry. Errors are those of all attempts, as Vitest keeps them. */
export const testOutcome = (test: VitestTest, { path, levels, occurrence }: TestPlace): TestOutcome => {
  const result = test.result ?? {};
  const errors = (result.errors ?? []).map((error) => snapshotError(thrownValue(error)));
  const attempts = attemptCount(result);
  const phase = phaseOf(result, attempts);
  const deciding = attempts === 1 ? errors[0] : errors.at(-1);
  const position = test.location ?? positionIn(deciding?.stack, path);
  const limitMs = phase === 'test' ? testLimitMs(test.timeout) : hookLimitMs(deciding?.message ?? '');
  return {
    title: [...levels, test.name],
    status: result.state === 'fail' ? 'failed' : 'passed',
    occurrence,
    id: test.id,
    attempts,
    errors,
    phase,
    ...(position && { line: position.line, column: position.column }),
    ...(result.duration === undefined ? {} : { durationMs: result.duration }),
    ...(limitMs === undefined ? {} : { limitMs }),
    ...(test.tags && test.tags.length > 0 ? { tags: test.tags } : {}),
  };
};
