import type { Attempt } from '../../failure.js';
import { readError } from '../error/read-error.js';
import type { LogReader } from '../log-reader.js';
import type { LoggedTest, LogSink } from '../log-sink.js';
import { ownWords } from '../own-words.js';
import { ctrfFile, ctrfTitle } from './ctrf-title.js';
import { type JsonConsumer, JsonStream } from './json-stream.js';
import { amountOf, given, listOf, membersOf, textOf, textsOf } from './plain.js';

type Members = Readonly<Record<string, unknown>>;

/** `pending` and `other` are what a tool has no other word for. */
const statusOf = (test: Members): LoggedTest['status'] => {
  if (textOf(test.rawStatus) === 'todo') return 'todo';
  return test.status === 'passed' || test.status === 'failed' ? test.status : 'skipped';
};

const errorOf = (entry: Members) => {
  const message = textOf(entry.message) ?? '';
  const trace = textOf(entry.trace) ?? '';
  const stack = trace.includes('\n') || /^\s*at /.test(trace) ? trace : '';
  // Some reporters put the message into the trace, and some do not.
  const whole =
    stack === ''
      ? message || trace
      : stack.trimStart().startsWith('at ')
        ? `${message.trimEnd()}\n${stack}`
        : stack;
  return readError(whole, message === '' ? {} : { message });
};

const failedAttempt = (entry: Members, number: number): Attempt => ({
  number,
  status: textOf(entry.status) === 'passed' ? 'passed' : 'failed',
  errors: textOf(entry.status) === 'passed' ? [] : [errorOf(entry)],
  phase: 'test',
  ...given('durationMs', amountOf(entry.duration)),
});

const readTest = (test: Members): LoggedTest => {
  const status = statusOf(test);
  const own = ownWords(membersOf(test.extra).holdfast);
  const file = ctrfFile(test);
  const shared = {
    ...given('file', file),
    ...given('kind', own.kind),
    ...given('project', own.project),
    title: own.title ?? ctrfTitle(test),
    ...given('durationMs', amountOf(test.duration)),
    ...given('line', amountOf(test.line)),
    ...(textsOf(test.tags).length === 0 ? {} : { tags: textsOf(test.tags) }),
  };
  const isFlaky = status === 'passed' && test.flaky === true;
  if (status !== 'failed' && !isFlaky) return { ...shared, status };
  const told = listOf(test.retryAttempts);
  const retries = amountOf(test.retries) ?? 0;
  // Some tools list the last attempt too, which the test itself tells.
  const isWhole = retries > 0 && told.length === retries + 1;
  const earlier = (isWhole ? told.slice(0, -1) : told).map((attempt, index) =>
    failedAttempt(membersOf(attempt), index + 1),
  );
  const number = Math.max(earlier.length, isFlaky ? 1 : 0) + 1;
  const unknown: Attempt = { number: 1, status: 'failed', errors: [], phase: 'test' };
  const before = isFlaky && earlier.length === 0 ? [unknown] : earlier;
  return {
    ...shared,
    status,
    ...(isFlaky ? { flaky: true } : {}),
    attempts: [...before, failedAttempt(test, number)],
    attemptsComplete: earlier.length >= retries && !(isFlaky && earlier.length === 0),
  };
};

class CtrfParser implements JsonConsumer {
  readonly paths = ['$.results.tool', '$.results.summary', '$.results.tests.*'];
  readonly #sink: LogSink;
  #found = 0;
  #hasSummary = false;

  constructor(sink: LogSink) {
    this.#sink = sink;
  }

  end(): void {
    if (this.#found === 0 && !this.#hasSummary) this.#sink.problem({ reason: 'it has no results.tests' });
  }

  take(value: unknown, key: string | number | undefined): void {
    const members = membersOf(value);
    if (key === 'tool') this.#sink.tool(textOf(members.name) ?? 'CTRF', textOf(members.version));
    else if (key === 'summary') this.#summary(members);
    else {
      this.#found += 1;
      this.#sink.test(readTest(members));
    }
  }

  #summary(value: Members): void {
    this.#hasSummary = true;
    const [start, stop] = [amountOf(value.start), amountOf(value.stop)];
    this.#sink.time(start, start === undefined || stop === undefined ? undefined : Math.max(0, stop - start));
    this.#sink.declared({
      ...given('tests', amountOf(value.tests)),
      ...given('passed', amountOf(value.passed)),
      ...given('failed', amountOf(value.failed)),
    });
  }
}

/** The Common Test Report Format. */
export const ctrfReader: LogReader = {
  id: 'ctrf',
  name: 'CTRF',
  recognises: (head) =>
    /^\uFEFF?\s*\{/.test(head) &&
    (/"reportFormat"\s*:\s*"CTRF"/.test(head) || /"results"\s*:\s*\{\s*"(?:tool|summary|tests)"/.test(head)),
  open: (sink) => new JsonStream(new CtrfParser(sink), sink),
};
