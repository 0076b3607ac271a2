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

const NOWHERE: Where = {};

/** Without one of these words a message gives nothing away. */
const TELLS = /Exceeded timeout of | at (?:Object\.)?(?:before|after)(?:All|Each) \(/;

/** What the messages give away of the phase and the limit; the journal knows better where there is one. */
const whereOf = (test: JestAssertion, told: RunnerErrors): Where => {
  if (!TELLS.test(test.failureMessages?.[0] ?? '')) return NOWHERE;
  const error = told.errors[0];
  if (error === undefined) return NOWHERE;
  const hook = hookOfFrame(error.stack ?? '');
  const timeout = timeoutOf(error.message);
  if (timeout === undefined) return hook === undefined ? NOWHERE : { phase: hook };
  if (timeout.of === 'test') return { phase: 'test', limitMs: timeout.limitMs };
  // A test's duration holds its own hooks and not those of its group.
  const isOwn = (test.duration ?? 0) >= timeout.limitMs * 0.9;
  return { phase: hook ?? (isOwn ? 'beforeEach' : 'beforeAll'), limitMs: timeout.limitMs };
};

/** The errors as Jest tells them, read when they are asked for: where there is a journal, they mostly are not. */
class RunnerErrors {
  readonly #test: JestAssertion;
  #errors: readonly ErrorSnapshot[] | undefined;

  constructor(test: JestAssertion) {
    this.#test = test;
  }

  get errors(): readonly ErrorSnapshot[] {
    const { failureMessages = [], failureDetails } = this.#test;
    this.#errors ??= failureMessages.map((message, index) => thrownError(message, failureDetails?.[index]));
    return this.#errors;
  }
}

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
  const told = new RunnerErrors(test);
  const place = lineOf(test, path) ?? test.location ?? undefined;
  const where = whereOf(test, told);
  const outcome: { -readonly [K in keyof TestOutcome]: TestOutcome[K] } = {
    title: [...test.ancestorTitles, test.title],
    status: failed ? 'failed' : 'passed',
    occurrence,
    attempts,
    get errors() {
      return told.errors;
    },
    errorCount: test.failureMessages?.length ?? 0,
  };
  if (where.phase !== undefined) outcome.phase = where.phase;
  if (where.limitMs !== undefined) outcome.limitMs = where.limitMs;
  if (place !== undefined) {
    outcome.line = place.line;
    outcome.column = place.column;
  }
  if (typeof test.duration === 'number') outcome.durationMs = test.duration;
  return outcome;
};
