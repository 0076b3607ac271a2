import { userLine } from '../classify/stack/user-line.js';
import type { Attempt, Failure } from '../failure.js';
import type { LocatedFailure } from '../session/located-failure.js';
import type { CollectedFailure } from './log-collector.js';
import type { LoggedTest } from './log-sink.js';

const attemptsOf = (test: LoggedTest): readonly Attempt[] => {
  if (test.attempts !== undefined && test.attempts.length > 0) return test.attempts;
  const { errors = [], phase = 'test', durationMs, limitMs } = test;
  return [
    {
      number: 1,
      status: 'failed',
      errors,
      phase,
      ...(durationMs === undefined ? {} : { durationMs }),
      ...(limitMs === undefined ? {} : { limitMs }),
    },
  ];
};

const toFailure = (test: LoggedTest, file: string | undefined): Failure => ({
  kind: test.kind ?? 'test',
  title: test.title,
  ...(file === undefined ? {} : { file }),
  ...(test.project === undefined ? {} : { project: test.project }),
  attempts: attemptsOf(test),
  flaky: test.flaky === true,
  ...(test.tags === undefined ? {} : { tags: test.tags }),
  ...(test.evidence === undefined ? {} : { evidence: test.evidence }),
});

/** The test file that a failure's stack names, for a log that names none. */
const fileInStack = (test: LoggedTest): string | undefined => userLine(toFailure(test, undefined))?.file;

/** The test files of failures, as logs or stacks name them. */
export const namedFiles = (failures: readonly CollectedFailure[]): readonly string[] =>
  failures.flatMap(({ test }) => test.file ?? fileInStack(test) ?? []);

export interface LocatedLogFailures {
  readonly located: readonly LocatedFailure[];
  /** How many failures stand in a log after they stood in another one. */
  readonly repeated: number;
}

/** Logged failures as the judge takes them; several of one place and title are told apart by their order. */
export const locateFailures = (
  failures: readonly CollectedFailure[],
  shorten: (file: string) => string,
): LocatedLogFailures => {
  const seen = new Map<string, { count: number; readonly log: string }>();
  let repeated = 0;
  const located = failures.map(({ test, log }): LocatedFailure => {
    const named = test.file ?? fileInStack(test);
    const file = named === undefined ? undefined : shorten(named);
    const failure = toFailure(test, file);
    const key = [failure.kind, failure.project ?? '', file ?? '', ...failure.title].join('\0');
    const before = seen.get(key);
    if (before !== undefined && before.log !== log) repeated += 1;
    const occurrence = before?.count ?? 0;
    if (before === undefined) seen.set(key, { count: 1, log });
    else before.count += 1;
    return {
      failure,
      occurrence,
      attemptsComplete: test.attemptsComplete !== false,
      ...(test.durationMs === undefined ? {} : { durationMs: test.durationMs }),
      ...(test.line === undefined ? {} : { runnerLine: test.line }),
      ...(test.column === undefined ? {} : { runnerColumn: test.column }),
    };
  });
  return { located, repeated };
};
