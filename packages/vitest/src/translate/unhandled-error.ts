import { snapshotError } from '@holdfast/journal';
import type { RunError } from '@holdfast/triage';
import { LATE_ERROR_MARK, type LateErrorMark } from '../late-error-mark.js';
import { thrownValue } from './thrown-value.js';

const WORKER =
  /Worker exited unexpectedly|\[vitest-pool\]: (?:Worker \w+ emitted error|Failed to start|Timeout starting)|Terminating worker thread|Worker terminated due to reaching memory limit|^Channel closed$|^Timeout calling "/;
const NAMED_FILE = /(?:while running test files?|for test files?) (.+?)\.?$/m;

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const member = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;

/** The message of an error and those of its causes. */
const messagesOf = (error: unknown): string => {
  const messages: string[] = [];
  for (let one = error; one !== undefined && messages.length < 8; one = member(one, 'cause')) {
    messages.push(text(member(one, 'message')) ?? '');
  }
  return messages.join('\n');
};

/** The test that set an error off, where the error carries it. */
const starterOf = (error: unknown): LateErrorMark | undefined => {
  const mark = member(error, LATE_ERROR_MARK);
  const path = text(member(mark, 'path'));
  const title = member(mark, 'title');
  if (path === undefined || !Array.isArray(title)) return undefined;
  return { path, title: title.map(String), hasEnded: member(mark, 'hasEnded') === true };
};

const originOf = (type: string | undefined): RunError['origin'] =>
  type === 'Uncaught Exception'
    ? 'exception'
    : type?.startsWith('Unhandled Rej') === true
      ? 'rejection'
      : undefined;

const isOutsideTests = (type: string | undefined): boolean =>
  type === 'Typecheck Error' || type === 'Unhandled Source Error' || type === 'Teardown Error';

/**
 * An error that Vitest found outside of all tests: a rejection that nobody handled, the end of a worker, a
 * set-up that failed. It carries the test that set it off, or else the file and the test that were running when it was seen.
 */
export const unhandledError = (error: unknown): RunError => {
  const snapshot = snapshotError(thrownValue(error));
  const messages = messagesOf(error);
  if (WORKER.test(messages)) {
    const files = NAMED_FILE.exec(messages)?.[1]?.split(', ') ?? [];
    const path = files.length === 1 ? files[0] : undefined;
    return { kind: 'worker', phase: 'worker', error: snapshot, ...(path === undefined ? {} : { path }) };
  }
  const type = text(member(error, 'type'));
  const origin = originOf(type);
  const told = { error: snapshot, ...(origin === undefined ? {} : { origin }) };
  const starter = starterOf(error);
  if (starter !== undefined) {
    const { path, title, hasEnded } = starter;
    return { kind: 'unhandled', phase: hasEnded ? 'after-end' : 'test', ...told, path, title };
  }
  const path = text(member(error, 'VITEST_TEST_PATH'));
  const test = text(member(error, 'VITEST_TEST_NAME'));
  if (path === undefined) {
    const kind = origin === undefined ? 'run' : 'unhandled';
    return { kind, phase: isOutsideTests(type) ? 'after-end' : 'global-setup', ...told };
  }
  return {
    kind: 'unhandled',
    phase: test === undefined ? 'after-end' : 'test',
    ...told,
    path,
    ...(test === undefined ? {} : { title: [test] }),
  };
};
