import type { LogParser, LogReader } from '../log-reader.js';
import type { LogSink } from '../log-sink.js';
import { fileOf, readFileFailure, readTest } from './jest-json-file.js';
import { JsonStream } from './json-stream.js';
import { amountOf, listOf, membersOf } from './plain.js';

const COUNTS = [
  'numTotalTests',
  'numPassedTests',
  'numFailedTests',
  'numPendingTests',
  'numTodoTests',
] as const;

class JestJsonParser implements LogParser {
  readonly #sink: LogSink;
  readonly #json: JsonStream;
  readonly #counts: Partial<Record<string, number>> = {};
  #files = 0;
  #isJest = false;
  /** Tests of the file that is being read; Vitest names it behind them. */
  #tests: Readonly<Record<string, unknown>>[] = [];

  constructor(sink: LogSink) {
    this.#sink = sink;
    this.#json = new JsonStream({
      paths: [...COUNTS, 'numRuntimeErrorTestSuites', 'startTime']
        .map((name) => `$.${name}`)
        .concat('$.testResults.*.assertionResults.*', '$.testResults.*'),
      take: (value, key) => this.#take(value, key),
      problem: (problem) => sink.problem(problem),
    });
  }

  write(text: string): void {
    this.#json.write(text);
  }

  end(): void {
    this.#json.end();
    this.#closeFile({});
    this.#sink.tool(this.#isJest ? 'jest' : 'vitest');
    const { numTotalTests, numPassedTests, numFailedTests, numPendingTests, numTodoTests } = this.#counts;
    if (numTotalTests === undefined && this.#files === 0) {
      this.#sink.problem({ reason: 'it has no testResults' });
      return;
    }
    this.#sink.declared({
      ...(numTotalTests === undefined ? {} : { tests: numTotalTests }),
      ...(numPassedTests === undefined ? {} : { passed: numPassedTests }),
      ...(numFailedTests === undefined ? {} : { failed: numFailedTests }),
      ...(numPendingTests === undefined ? {} : { skipped: numPendingTests }),
      ...(numTodoTests === undefined ? {} : { todo: numTodoTests }),
    });
  }

  #take(value: unknown, key: string | number | undefined): void {
    if (typeof key === 'number') this.#takeEntry(membersOf(value));
    else if (key === 'startTime') this.#sink.time(amountOf(value), undefined);
    else if (key === 'numRuntimeErrorTestSuites') this.#isJest = true;
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
    if (failure !== undefined) this.#sink.test(failure);
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
  open: (sink) => new JestJsonParser(sink),
};
