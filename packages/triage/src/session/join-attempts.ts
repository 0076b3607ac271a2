import type { ErrorSnapshot, RecordedAttempt, RecordedError, RecordedTest } from '@holdfast/journal';
import type { Attempt } from '../failure.js';
import type { TestOutcome } from '../outcome.js';
import { isSameError } from './same-error.js';

export interface JoinedAttempts {
  readonly attempts: readonly Attempt[];
  /** False where earlier attempts ran but their errors are not known. */
  readonly complete: boolean;
}

const NONE: readonly ErrorSnapshot[] = [];

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The attempts as the runner alone tells them: mostly a counter, and errors of the last one. */
const fromRunner = (outcome: TestOutcome, keepsAllErrors: boolean): JoinedAttempts => {
  const count = Math.max(1, outcome.attempts);
  const failed = outcome.status === 'failed' ? count : count - 1;
  const isSpread = keepsAllErrors && failed > 1 && outcome.errors.length === failed;
  const attempts = Array.from({ length: count }, (_, index): Attempt => {
    const number = index + 1;
    const isFailed = number <= failed;
    const errors = isSpread ? outcome.errors.slice(index, number) : number === failed ? outcome.errors : [];
    return {
      number,
      status: isFailed ? 'failed' : 'passed',
      errors: isFailed ? errors : [],
      phase: outcome.phase ?? 'test',
      ...(number === count && outcome.durationMs !== undefined ? { durationMs: outcome.durationMs } : {}),
      ...(outcome.limitMs === undefined ? {} : { limitMs: outcome.limitMs }),
    };
  });
  const known = attempts.every(({ status, errors }) => status === 'passed' || errors.length > 0);
  return { attempts, complete: count === 1 || known };
};

const fromRecord = ({ number, status, errors, durationMs }: RecordedAttempt): Mutable<Attempt> => {
  const own: ErrorSnapshot[] = [];
  let lead: RecordedError | undefined;
  let limitMs: number | undefined;
  let machine: RecordedError['machine'];
  for (const told of errors) {
    // What came after the end has a row of its own.
    if (told.phase === 'after-end') continue;
    own.push(told.error);
    lead ??= told;
    limitMs ??= told.limitMs;
    machine ??= told.machine;
  }
  const attempt: Mutable<Attempt> = {
    number,
    status: status === 'passed' ? 'passed' : 'failed',
    errors: own,
    phase: lead?.phase ?? 'test',
  };
  // Jest 29 runs the body of a concurrent test before the test: then its error alone knows how long it took.
  const tookMs = Math.max(durationMs ?? -1, lead?.durationMs ?? -1);
  if (tookMs >= 0) attempt.durationMs = tookMs;
  if (limitMs !== undefined) attempt.limitMs = limitMs;
  if (machine !== undefined) attempt.machine = machine;
  return attempt;
};

/** The journal's errors, and those of the runner that it did not see (of hooks that it cannot watch, say). */
const mergeErrors = (own: readonly ErrorSnapshot[], outcome: TestOutcome): readonly ErrorSnapshot[] => {
  if (own.length === 0) return outcome.errors;
  const count = outcome.errorCount ?? outcome.errors.length;
  if (count <= own.length) return own;
  const unseen = outcome.errors.filter((error) => !own.some((known) => isSameError(known, error)));
  return unseen.length > 0 ? [...own, ...unseen] : own;
};

/** The errors of a test that had passed when it ended; none where anything went wrong before that. */
const lateErrors = (
  own: readonly ErrorSnapshot[],
  recorded: RecordedAttempt | undefined,
  outcome: TestOutcome,
): readonly ErrorSnapshot[] => {
  if (own.length > 0) return NONE;
  const late = (recorded?.errors ?? []).flatMap(({ phase, error }) => (phase === 'after-end' ? [error] : []));
  if (late.length === 0) return NONE;
  // The runner's errors are read from its texts when they are asked for: mostly they are not.
  const { errors } = outcome;
  if (errors.length === 0) return NONE;
  return errors.every((told) => late.some((error) => isSameError(told, error))) ? late : NONE;
};

/**
 * Every attempt of a test with its errors: the journal's where there is one, the runner's for what the journal
 * lacks. How the test ended is the runner's word alone.
 */
export const joinAttempts = (
  outcome: TestOutcome,
  recorded: RecordedTest | undefined,
  keepsAllErrors: boolean,
): JoinedAttempts => {
  const run = recorded?.attempts.filter(({ status }) => status !== 'skipped') ?? [];
  if (run.length === 0) return fromRunner(outcome, keepsAllErrors);
  const attempts = run.map(fromRecord);
  const last = attempts[attempts.length - 1] as Mutable<Attempt>;
  if (outcome.status === 'passed') {
    last.status = 'passed';
    last.errors = [];
  } else {
    const isAllInOne = keepsAllErrors && attempts.length > 1;
    last.status = 'failed';
    const late = lateErrors(last.errors, run.at(-1), outcome);
    if (late.length > 0) {
      last.errors = late;
      last.phase = 'after-end';
    } else if (!isAllInOne || last.errors.length === 0) last.errors = mergeErrors(last.errors, outcome);
    if (outcome.phase !== undefined && last.phase === 'test') last.phase = outcome.phase;
    if (last.limitMs === undefined && outcome.limitMs !== undefined) last.limitMs = outcome.limitMs;
    if (last.durationMs === undefined && outcome.durationMs !== undefined)
      last.durationMs = outcome.durationMs;
  }
  const known = attempts.every(({ status, errors }) => status === 'passed' || errors.length > 0);
  return { attempts, complete: attempts.length >= outcome.attempts && known };
};
