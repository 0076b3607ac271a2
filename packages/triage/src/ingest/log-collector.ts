import type { TestCounts } from '../outcome.js';
import type { DeclaredTotals, LoggedTest, LogProblem, LogSink } from './log-sink.js';

type Counts = { -readonly [K in keyof TestCounts]: TestCounts[K] };

/** What one log came to. */
export interface LogSummary {
  readonly name: string;
  /** Name of the format; null for one that is not known. */
  format: string | null;
  /** Name of the tool that wrote it, as far as the log tells. */
  tool: string | null;
  readonly tests: Counts;
  /** Failures that are no test. */
  otherFailures: number;
  /** The tool's own figures, where the log has some. */
  declared: DeclaredTotals | null;
}

export interface CollectedFailure {
  readonly test: LoggedTest;
  readonly log: string;
}

export interface CollectedProblem extends LogProblem {
  readonly log: string;
}

const noCounts = (): Counts => ({ passed: 0, failed: 0, skipped: 0, todo: 0 });

/** Takes in several logs, one after the other. Of tests that passed at once nothing is kept but their number, unless they are
 * to be listed. */
export class LogCollector implements LogSink {
  readonly logs: LogSummary[] = [];
  readonly failures: CollectedFailure[] = [];
  readonly problems: CollectedProblem[] = [];
  readonly notes: string[] = [];
  /** By test file as the logs name it; empty where a log names none. */
  readonly files = new Map<string, Counts>();
  readonly tools = new Map<string, string>();
  /** Tests that did not fail, where they are wanted. */
  readonly tests: LoggedTest[] | undefined;
  startedAtMs: number | undefined;
  durationMs = 0;
  #log: LogSummary = {
    name: '',
    format: null,
    tool: null,
    tests: noCounts(),
    otherFailures: 0,
    declared: null,
  };
  #duration = 0;

  /** @param listsTests keeps the names of passed and skipped tests too */
  constructor(listsTests = false) {
    this.tests = listsTests ? [] : undefined;
  }

  /** All that comes from here on is of this log. */
  open(name: string): LogSummary {
    this.#log = { name, format: null, tool: null, tests: noCounts(), otherFailures: 0, declared: null };
    this.#duration = 0;
    this.logs.push(this.#log);
    return this.#log;
  }

  /** The log that was open is over: runs of several logs took place one after the other as far as anybody knows. */
  close(): void {
    this.durationMs += this.#duration;
    const { declared, tests, otherFailures } = this.#log;
    const missing = (declared?.failed ?? 0) - tests.failed - otherFailures;
    if (missing <= 0) return;
    // Red must stay red, whatever could not be found of it.
    this.unnamed('failed', missing);
    const reason = `its own figures count ${declared?.failed} failed tests, and ${tests.failed - missing} of them were found in it`;
    this.problem({ reason });
  }

  tool(name: string, version = ''): void {
    this.#log.tool = name;
    this.tools.set(name, version || (this.tools.get(name) ?? ''));
  }

  test(test: LoggedTest): void {
    const { kind = 'test', status, flaky = false } = test;
    if (kind === 'test') this.#count(status, 1, test.file);
    else {
      this.#log.otherFailures += 1;
      if (test.file !== undefined) this.#file(test.file);
    }
    // A copy: parts of a text keep the whole piece of the log that they were cut from.
    if (status === 'failed' || flaky)
      this.failures.push({ test: structuredClone(test), log: this.#log.name });
    else if (this.tests !== undefined && kind === 'test') {
      const { file, title, project, durationMs } = test;
      this.tests.push(structuredClone({ file, title, project, durationMs, status }));
    }
  }

  unnamed(status: LoggedTest['status'], count: number, file?: string): void {
    if (count > 0) this.#count(status, count, file);
  }

  time(startedAtMs: number | undefined, durationMs: number | undefined): void {
    if (startedAtMs !== undefined && (this.startedAtMs === undefined || startedAtMs < this.startedAtMs))
      this.startedAtMs = startedAtMs;
    this.#duration += durationMs ?? 0;
  }

  declared(totals: DeclaredTotals): void {
    this.#log.declared = totals;
  }

  note(sentence: string): void {
    this.notes.push(`${this.#log.name} ${sentence}`);
  }

  /** What follows from a problem that is known is none of its own: it has no line. */
  problem(problem: LogProblem): void {
    if (problem.line === undefined && this.problems.at(-1)?.log === this.#log.name) return;
    this.problems.push({ ...problem, log: this.#log.name });
  }

  #count(status: LoggedTest['status'], count: number, file = ''): void {
    this.#log.tests[status] += count;
    this.#file(file)[status] += count;
  }

  #file(file: string): Counts {
    let counts = this.files.get(file);
    if (counts === undefined) {
      counts = noCounts();
      this.files.set(structuredClone(file), counts);
    }
    return counts;
  }
}
