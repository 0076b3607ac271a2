import type { FileOutcome, TestOutcome } from '../outcome.js';
import { joinAttempts } from './join-attempts.js';
import type { JournalIndex } from './journal-index.js';
import type { LocatedFailure } from './located-failure.js';

export interface JoinContext {
  readonly journal: JournalIndex;
  /** Path from the project's root, with forward slashes. */
  readonly relative: (path: string) => string;
  /** Whether the runner keeps the errors of all attempts in one list. */
  readonly keepsAllErrors: boolean;
}

/** One failed or flaky test with all that runner and journal know about it. */
export const joinTest = (file: FileOutcome, outcome: TestOutcome, context: JoinContext): LocatedFailure => {
  const { title, occurrence, id, tags } = outcome;
  const { path, project } = file;
  const recorded = context.journal.findTest({
    path,
    project,
    id,
    title,
    occurrence,
    outcome,
  });
  const { attempts, complete } = joinAttempts(outcome, recorded, context.keepsAllErrors);
  const durationMs = outcome.durationMs ?? attempts.at(-1)?.durationMs;
  return {
    failure: {
      kind: 'test',
      title,
      file: context.relative(path),
      ...(project === undefined ? {} : { project }),
      attempts,
      flaky: outcome.status === 'passed',
      ...(tags === undefined || tags.length === 0 ? {} : { tags }),
      ...(recorded === undefined || recorded.evidence.length === 0
        ? {}
        : { evidence: recorded.evidence.map(({ name, data }) => ({ name, data })) }),
    },
    path,
    ...(id === undefined ? {} : { runnerId: id }),
    occurrence,
    attemptsComplete: complete,
    ...(durationMs === undefined ? {} : { durationMs }),
    ...(outcome.line === undefined ? {} : { runnerLine: outcome.line }),
    ...(outcome.column === undefined ? {} : { runnerColumn: outcome.column }),
  };
};
