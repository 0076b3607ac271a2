import { type ErrorSnapshot, type Phase, snapshotError } from '@holdfast/journal';
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

/** A member of a thrown value, where it is a text. */
const textOf = (error: unknown, key: 'stack' | 'message'): string | undefined => {
  const text = (error as Readonly<Record<string, unknown>> | null | undefined)?.[key];
  return typeof text === 'string' ? text : undefined;
};

/** The errors as Vitest tells them, read when they are asked for: where there is a journal, they mostly are not. */
class RunnerErrors {
  readonly #thrown: readonly unknown[];
  #errors: readonly ErrorSnapshot[] | undefined;

  constructor(thrown: readonly unknown[]) {
    this.#thrown = thrown;
  }

  get errors(): readonly ErrorSnapshot[] {
    this.#errors ??= this.#thrown.map((error) => snapshotError(thrownValue(error)));
    return this.#errors;
  }
}

/** A test that failed, or passed only on retry. Errors are those of all attempts, as Vitest keeps them. */
export const testOutcome = (test: VitestTest, { path, levels, occurrence }: TestPlace): TestOutcome => {
  const result = test.result ?? {};
  const thrown = result.errors ?? [];
  const told = new RunnerErrors(thrown);
  const attempts = attemptCount(result);
  const phase = phaseOf(result, attempts);
  const deciding = attempts === 1 ? thrown[0] : thrown.at(-1);
  const position = test.location ?? positionIn(textOf(deciding, 'stack'), path);
  const limitMs =
    phase === 'test' ? testLimitMs(test.timeout) : hookLimitMs(textOf(deciding, 'message') ?? '');
  return {
    title: [...levels, test.name],
    status: result.state === 'fail' ? 'failed' : 'passed',
    occurrence,
    id: test.id,
    attempts,
    get errors() {
      return told.errors;
    },
    errorCount: thrown.length,
    phase,
    ...(position ? { line: position.line, column: position.column } : undefined),
    ...(result.duration === undefined ? undefined : { durationMs: result.duration }),
    ...(limitMs === undefined ? undefined : { limitMs }),
    ...(test.tags && test.tags.length > 0 ? { tags: test.tags } : undefined),
  };
};
