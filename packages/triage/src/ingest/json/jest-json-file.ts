import type { ErrorSnapshot } from '@holdfast/journal';
import type { Attempt } from '../../failure.js';
import { readError } from '../error/read-error.js';
import type { LoggedTest } from '../log-sink.js';
import { amountOf, given, listOf, membersOf, textOf, textsOf } from './plain.js';

type Members = Readonly<Record<string, unknown>>;

const STATUS: ReadonlyMap<string, LoggedTest['status']> = new Map([
  ['passed', 'passed'],
  ['failed', 'failed'],
  ['todo', 'todo'],
]);

/** Vitest prints the stack that it made beforehand for a time-out, and leaves its message out. */
const readMessage = (text: string): ErrorSnapshot => {
  const error = readError(text);
  return error.message === 'STACK_TRACE_ERROR'
    ? { ...error, message: "Test timed out in its limit, which Vitest's JSON leaves out." }
    : error;
};

/** The value of an error's own member that Jest kept beside the printed error. */
const withDetails = (error: ErrorSnapshot, details: unknown): ErrorSnapshot => {
  const { code, matcherResult } = membersOf(details);
  const { expected, actual } = membersOf(matcherResult);
  const print = (value: unknown): string | undefined =>
    value === undefined ? undefined : typeof value === 'string' ? value : JSON.stringify(value);
  return {
    ...error,
    ...given('code', error.code ?? textOf(code)),
    ...given('expected', print(expected)),
    ...given('actual', print(actual)),
  };
};

const failedAttempt = (number: number, errors: readonly ErrorSnapshot[]): Attempt => ({
  number,
  status: 'failed',
  errors,
  phase: 'test',
});

const attemptsOf = (test: Members, passed: boolean): { attempts: readonly Attempt[]; complete: boolean } => {
  const details = listOf(test.failureDetails);
  const errors = textsOf(test.failureMessages).map((text, index) =>
    withDetails(readMessage(text), details[index]),
  );
  const retried = textsOf(test.retryReasons).map((text, index) =>
    failedAttempt(index + 1, [readError(text)]),
  );
  const invocations = amountOf(test.invocations) ?? 1;
  // Vitest keeps the errors of attempts that were tried again in the same list as the last one's.
  if (passed) {
    const before = retried.length > 0 ? retried : [failedAttempt(1, errors)];
    const last: Attempt = { number: before.length + 1, status: 'passed', errors: [], phase: 'test' };
    return { attempts: [...before, last], complete: true };
  }
  const attempts = [...retried, failedAttempt(retried.length + 1, errors)];
  return { attempts, complete: attempts.length >= invocations };
};

/** One entry of `assertionResults`. */
export const readTest = (test: Members, file: string | undefined): LoggedTest => {
  const status = STATUS.get(textOf(test.status) ?? '') ?? 'skipped';
  const { line, column } = membersOf(test.location);
  const shared = {
    ...given('file', file),
    title: [...textsOf(test.ancestorTitles), textOf(test.title) ?? textOf(test.fullName) ?? ''],
    ...given('durationMs', amountOf(test.duration)),
    ...given('line', amountOf(line)),
    ...given('column', amountOf(column)),
    ...(listOf(test.tags).length === 0 ? {} : { tags: textsOf(test.tags) }),
  };
  const invocations = amountOf(test.invocations) ?? 1;
  const isFlaky =
    status === 'passed' &&
    (invocations > 1 || textsOf(test.failureMessages).length > 0 || textsOf(test.retryReasons).length > 0);
  if (status !== 'failed' && !isFlaky) return { ...shared, status };
  const { attempts, complete } = attemptsOf(test, isFlaky);
  return { ...shared, status, ...(isFlaky ? { flaky: true } : {}), attempts, attemptsComplete: complete };
};

/** Jest prints the error of a file below a heading of its own. */
const fileMessage = (message: string): string =>
  message.replace(/^\s*● Test suite failed to run\s*/, '').replace(/^ {4}/gm, '');

/** The failure of a file itself, where none of its tests is one; undefined where there is none. */
export const readFileFailure = (entry: Members, tests: readonly LoggedTest[]): LoggedTest | undefined => {
  if (textOf(entry.status) !== 'failed' || tests.some(({ status }) => status === 'failed')) return undefined;
  const said = fileMessage(textOf(entry.message) ?? '');
  const error =
    said.trim() === ''
      ? {
          message: 'The file failed, and the log does not say why: a hook, or an error outside of its tests.',
        }
      : readError(said);
  const phase = tests.length === 0 ? 'load' : 'beforeAll';
  return {
    kind: 'file',
    ...given('file', fileOf(entry)),
    title: [],
    status: 'failed',
    errors: [error],
    phase,
  };
};

/** The test file of an entry of `testResults`. */
export const fileOf = (entry: Members): string | undefined =>
  textOf(entry.name) ?? textOf(entry.testFilePath);
