import type { Failure } from '../failure.js';
import type { FileOutcome, TestOutcome } from '../outcome.js';
import { joinAttempts } from './join-attempts.js';
import type { JournalIndex } from './journal-index.js';
import type { LocatedFailure } from './located-failure.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export interface JoinContext {
  readonly journal: JournalIndex;
  /** Path from the project's root, with forward slashes. */
  readonly relative: (path: string) => string;
  /** Whether the runner keeps the errors of all attempts in one list. */
  readonly keepsAllErrors: boolean;
}

/** One failed or flaky test with all that runner and journal know about it. */
export const joinTest = (file: FileOutcome, outcome: TestOutcome, context: JoinContext): LocatedFailure => {
  const { title, occurrence, id, tags, status, line, column } = outcome;
  const { path, project } = file;
  const recorded = context.journal.findTest({ path, project, id, title, occurrence, outcome });
  const { attempts, complete } = joinAttempts(outcome, recorded, context.keepsAllErrors);
  const durationMs = outcome.durationMs ?? attempts[attempts.length - 1]?.durationMs;
  const failure: Mutable<Failure> = {
    kind: 'test',
    title,
    file: context.relative(path),
    attempts,
    flaky: status === 'passed',
  };
  if (project !== undefined) failure.project = project;
  if (tags !== undefined && tags.length > 0) failure.tags = tags;
  if (recorded !== undefined && recorded.evidence.length > 0)
    failure.evidence = recorded.evidence.map(({ name, data }) => ({ name, data }));
  const located: Mutable<LocatedFailure> = { failure, path, occurrence, attemptsComplete: complete };
  if (id !== undefined) located.runnerId = id;
  if (durationMs !== undefined) located.durationMs = durationMs;
  if (line !== undefined) located.runnerLine = line;
  if (column !== undefined) located.runnerColumn = column;
  return located;
};
