import type { ErrorSnapshot, Phase } from '@holdfast/journal';
import type { TestOutcome } from '@holdfast/triage';
import { hookOfFrame } from './hook-frame.js';
import type { JestAssertion } from './jest-results.js';
import { thrownError } from './thrown-error.js';
import { timeoutOf } from './timeout.js';

interface Where {
  readonly phase?: Phase;
  readonly limitMs?: number;
}

/** What the messages give away of the phase and the limit; the journal knows better where there is one. */
const whereOf = (test: JestAssertion, error: ErrorSnapshot | undefined): Where => {
  if (error === undefined) return {};
  const hook = hookOfFrame(error.stack ?? '');
  const timeout = timeoutOf(error.message);
  if (timeout === undefined) return hook === undefined ? {} : { phase: hook };
  if (timeout.of === 'test') return { phase: 'test', limitMs: timeout.limitMs };
  // A test's duration holds its own hooks and not those of its group.
  const isOwn = (test.duration ?? 0) >= timeout.limitMs * 0.9;
  return { phase: hook ?? (isOwn ? 'beforeEach' : 'beforeAll'), limitMs: timeout.limitMs };
};

const errorsOf = (test: JestAssertion): ErrorSnapshot[] =>
  (test.failureMessages ?? []).map((message, index) => thrownError(message, test.failureDetails?.[index]));

/** The first place in the test file that the messages name: its line is the test's own where nothing else tells. */
const lineOf = (test: JestAssertion, path: string): { line: number; column: number } | undefined => {
  for (const message of test.failureMessages ?? []) {
    const at = message.indexOf(`${path}:`);
    const match =
      at < 0 ? null : /^(\d+):(\d+)/.exec(message.slice(at + path.length + 1, at + path.length + 24));
    if (match !== null) return { line: Number(match[1]), column: Number(match[2]) };
  }
  return undefined;
};

/** A failed test, or one that passed after a retry; undefined for every other. */
export const testOutcome = (
  test: JestAssertion,
  occurrence: number,
  path: string,
): TestOutcome | undefined => {
  const attempts = test.invocations ?? 1;
  const failed = test.status === 'failed';
  if (!failed && (test.status !== 'passed' || attempts < 2)) return undefined;
  const errors = errorsOf(test);
  return {
    title: [...test.ancestorTitles, test.title],
    status: failed ? 'failed' : 'passed',
    occurrence,
    attempts,
    errors,
    ...whereOf(test, errors[0]),
    ...(lineOf(test, path) ?? test.location),
    ...(typeof test.duration === 'number' ? { durationMs: test.duration } : {}),
  };
};
