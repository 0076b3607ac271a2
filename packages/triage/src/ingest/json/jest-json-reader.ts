import type { LogParser, LogReader } from '../log-reader.js';
import type { LogSink } from '../log-sink.js';
import { readTestFile } from './jest-json-file.js';
import { JsonStream } from './json-stream.js';
import { amountOf, membersOf } from './plain.js';

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

  constructor(sink: LogSink) {
    this.#sink = sink;
    this.#json = new JsonStream({
      paths: [...COUNTS, 'numRuntimeErrorTestSuites', 'startTime']
        .map((name) => `$.${name}`)
        .concat('$.testResults.*'),
      take: (value, key) => this.#take(value, key),
      problem: (problem) => sink.problem(problem),
    });
  }

  write(text: string): void {
    this.#json.write(text);
  }

  end(): void {
    this.#json.end();
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
    if (typeof key === 'number') {
      this.#files += 1;
      for (const test of readTestFile(membersOf(value))) this.#sink.test(test);
    } else if (key === 'startTime') this.#sink.time(amountOf(value), undefined);
    else if (key === 'numRuntimeErrorTestSuites') this.#isJest = true;
    else if (key !== undefined) {
      const amount = amountOf(value);
      if (amount !== undefined) this.#counts[key] = amount;
    }
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
