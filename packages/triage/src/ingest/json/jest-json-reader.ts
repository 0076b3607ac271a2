import type { LogReader } from '../log-reader.js';
import type { LogSink } from '../log-sink.js';
import { fileOf, readFileFailure, readTest } from './jest-json-file.js';
import { type JsonConsumer, JsonStream } from './json-stream.js';
import { amountOf, listOf, membersOf } from './plain.js';

const COUNTS = [
  'numTotalTests',
  'numPassedTests',
  'numFailedTests',
  'numPendingTests',
  'numTodoTests',
] as const;

/** Names no reason: a guess here would be taken for a sign. */
const NO_FAILURE = 'The log says that the run failed, and lists no failure.';

class JestJsonParser implements JsonConsumer {
  readonly paths = [...COUNTS, 'numRuntimeErrorTestSuites', 'startTime', 'success', 'wasInterrupted']
    .map((name) => `$.${name}`)
    .concat('$.testResults.*.assertionResults.*', '$.testResults.*');
  readonly #sink: LogSink;
  readonly #counts: Partial<Record<string, number>> = {};
  #files = 0;
  #failures = 0;
  #isRed = false;
  #isCut = false;
  #isJest = false;
  /** Tests of the file that is being read; Vitest names it behind them. */
  #tests: Readonly<Record<string, unknown>>[] = [];

  constructor(sink: LogSink) {
    this.#sink = sink;
  }

  end(): void {
    this.#closeFile({});
    this.#sink.tool(this.#isJest ? 'jest' : 'vitest');
    const { numTotalTests, numPassedTests, numFailedTests, numPendingTests, numTodoTests } = this.#counts;
    if (numTotalTests === undefined && this.#files === 0) {
      this.#sink.problem({ reason: 'it has no testResults' });
      return;
    }
    // Red must stay red, also where no test is why.
    if (this.#isRed && this.#failures === 0 && (numFailedTests ?? 0) === 0 && !this.#isCut)
      this.#sink.test({ kind: 'run', title: [], status: 'failed', errors: [{ message: NO_FAILURE }] });
    if (this.#isCut)
      this.#sink.problem({ reason: 'the run was interrupted; what it did not come to is missing' });
    this.#sink.declared({
      ...(numTotalTests === undefined ? {} : { tests: numTotalTests }),
      ...(numPassedTests === undefined ? {} : { passed: numPassedTests }),
      ...(numFailedTests === undefined ? {} : { failed: numFailedTests }),
      ...(numPendingTests === undefined ? {} : { skipped: numPendingTests }),
      ...(numTodoTests === undefined ? {} : { todo: numTodoTests }),
    });
  }

  take(value: unknown, key: string | number | undefined): void {
    if (typeof key === 'number') this.#takeEntry(membersOf(value));
    else if (key === 'startTime') this.#sink.time(amountOf(value), undefined);
    else if (key === 'numRuntimeErrorTestSuites') this.#isJest = true;
    else if (key === 'success') this.#isRed = value === false;
    else if (key === 'wasInterrupted') this.#isCut = value === true;
    else if (key !== undefined) {
      const amount = amountOf(value);
      if (amount !== undefined) this.#counts[key] = amount;
    }
  }

  #takeEntry(entry: Readonly<Record<string, unknown>>): void {
    const isFile =
      'assertionResults' in entry || 'testResults' in entry || !('title' in entry || 'fullName' in entry);
    if (!isFile) {
      this.#tests.push(entry);
      return;
    }
    this.#files += 1;
    // Older versions of Jest had the tests under another name.
    this.#tests.push(...listOf(entry.testResults).map(membersOf));
    this.#closeFile(entry);
  }

  #closeFile(entry: Readonly<Record<string, unknown>>): void {
    const file = fileOf(entry);
    const tests = this.#tests.map((test) => readTest(test, file));
    this.#tests = [];
    const failure = readFileFailure(entry, tests);
    for (const test of tests) this.#sink.test(test);
    this.#failures += tests.filter(({ status }) => status === 'failed').length;
    if (failure === undefined) return;
    this.#failures += 1;
    this.#sink.test(failure);
  }
}

/** `jest --json`, and Vitest's `json` reporter, which writes the same shape. */
export const jestJsonReader: LogReader = {
  id: 'jest-json',
  name: 'JSON of Jest or Vitest',
  recognises: (head) =>
    /^\uFEFF?\s*\{/.test(head) &&
    /"(?:numTotalTestSuites|numTotalTests|numFailedTestSuites|numFailedTests|testResults)"\s*:/.test(head) &&
    !/"reportFormat"|"holdfast-report"/.test(head),
  open: (sink) => new JsonStream(new JestJsonParser(sink), sink),
};
