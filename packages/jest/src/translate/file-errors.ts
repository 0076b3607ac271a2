import { type ErrorSnapshot, snapshotError } from '@holdfast/journal';
import type { FileError } from '@holdfast/triage';
import type { JestFileResult } from './jest-results.js';
import { splitStacks } from './split-stacks.js';
import { thrownError } from './thrown-error.js';

const WORKER =
  /^(?:A [Jj]est worker (?:process|thread) |Jest worker (?:encountered|ran out) |Call retries were exceeded)/;
const NO_TESTS = 'Your test suite must contain at least one test.';
const LEAKS = 'Your test suite is leaking memory';
const MISPLACED =
  /^(?:Invalid: \w+\(\) may not be used in a describe block|Cannot add a (?:test|hook) after tests have started)/;

/** A text that Jest handed on as a String object with members: what a thrown object turns into between workers. */
const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value;
  const inner = (value as { valueOf?: () => unknown }).valueOf?.();
  return typeof inner === 'string' ? inner : undefined;
};

const member = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;

const textMember = (value: unknown, key: string): string | undefined => {
  const text = member(value, key);
  return typeof text === 'string' && text !== '' ? text : undefined;
};

/** Members that say something about the error, without the letters of a String object and what is told elsewhere. */
const furtherMembers = (value: unknown): Record<string, unknown> => {
  if (typeof value !== 'object' || value === null) return {};
  const isOwn = ([key, one]: [string, unknown]) =>
    !/^\d+$/.test(key) && one !== undefined && !['message', 'stack', 'type', 'name'].includes(key);
  return Object.fromEntries(Object.entries(value).filter(isOwn));
};

const bareMessage = (failureMessage: string | null | undefined): string =>
  (failureMessage ?? '').replace(/^\s*● [^\n]*\n+/, '').trim();

const isNativeError = (value: unknown): boolean => Object.prototype.toString.call(value) === '[object Error]';

/** The class that a stack begins with, or that it names in a line of its own below a text of Jest's. */
const NAME = /^(?:.*\n)*?([A-Z][\w$.]*(?:Error|Exception)|Error): /;

/** Made anew from what came out of a worker: the message apart, and a stack that may begin with Jest's own words. */
const fromWorker = (message: string, stack: string, members: Record<string, unknown>): ErrorSnapshot => {
  const name = NAME.exec(stack)?.[1];
  return snapshotError({ ...members, ...(name === undefined ? {} : { name }), message, stack });
};

const executionError = (result: JestFileResult): ErrorSnapshot => {
  const thrown = result.testExecError;
  if (isNativeError(thrown)) return snapshotError(thrown);
  const message = textMember(thrown, 'message') ?? textOf(thrown);
  const stack = textMember(thrown, 'stack');
  const members = furtherMembers(thrown);
  if (stack !== undefined) return message ? fromWorker(message, stack, members) : thrownError(stack, members);
  if (message === undefined) return { message: bareMessage(result.failureMessage) };
  // Jest makes an error of every thrown value; one without a stack was none.
  return typeof thrown === 'string' || Object.keys(members).length === 0
    ? { message, thrownValue: true }
    : snapshotError({ ...members, message, name: 'Error' });
};

const leftOver = (error: ErrorSnapshot): FileError => {
  const misplaced = MISPLACED.test(error.message);
  return misplaced ? { kind: 'file', phase: 'load', error } : { kind: 'hook', phase: 'afterAll', error };
};

const kindOf = (error: ErrorSnapshot): Pick<FileError, 'kind' | 'phase'> => {
  if (WORKER.test(error.message)) return { kind: 'worker', phase: 'worker' };
  if (error.message.includes(LEAKS)) return { kind: 'file', phase: 'after-end' };
  return { kind: 'file', phase: 'load' };
};

/**
 * Errors of the file itself. Jest gives one object for all of them. Errors that were left over when the tests
 * were done (of afterAll hooks, and unhandled ones, which Jest does not tell apart) lie joined in its stack.
 */
export const fileErrors = (result: JestFileResult): FileError[] => {
  const thrown = result.testExecError;
  if (thrown === undefined || thrown === null) {
    const failedWithoutTest = result.testResults.length === 0 && (result.failureMessage ?? '') !== '';
    return failedWithoutTest
      ? [{ kind: 'file', phase: 'load', error: { message: bareMessage(result.failureMessage) } }]
      : [];
  }
  const stack = textMember(thrown, 'stack');
  if (member(thrown, 'message') === '' && stack !== undefined && !isNativeError(thrown)) {
    return splitStacks(stack).map((one) => leftOver(thrownError(one)));
  }
  const error = executionError(result);
  const shown = error.message === NO_TESTS ? { message: NO_TESTS } : error;
  return [{ ...kindOf(error), error: shown }];
};
