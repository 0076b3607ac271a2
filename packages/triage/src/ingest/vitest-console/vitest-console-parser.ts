import { readError } from '../error/read-error.js';
import { given } from '../json/plain.js';
import type { LoggedTest, LogSink } from '../log-sink.js';
import { countedWords } from '../text/counted-words.js';
import { CoverageShortfall } from '../text/coverage-shortfall.js';
import type { LineConsumer } from '../text/line-parser.js';
import { tellCounts } from '../text/tell-counts.js';

const SECTION =
  /^⎯+\s*(Failed Suites|Failed Tests|Unhandled Errors|Unhandled Rejection|Unhandled Error|Uncaught Exception|Startup Error)[\s\d]*⎯+$/;
const RULE = /^⎯{5,}(?:\[\d+\/\d+\]⎯*)?$/;
const FAIL = /^ FAIL {1,2}(?:\|([^|]+)\| )?(.+)$/;
const TESTS = /^ +Tests {2}(.*) \((\d+)\)$/;
const FILES = /^ Test Files {2}(.*) \((\d+)\)$/;
const VERSION = /^ *RUN {2}v(\S+)/;
const WHOLE_FILE = /^(\S+) \[ .+ \]$/;
const MARK = /^\s+([✓√↓□]) /;
const MOST_LINES = 2_000;

type Section = 'suites' | 'tests' | 'unhandled';

interface Heading {
  readonly project: string | undefined;
  readonly name: string;
}

const sectionOf = (title: string): Section =>
  title === 'Failed Suites' ? 'suites' : title === 'Failed Tests' ? 'tests' : 'unhandled';

export class VitestConsoleParser implements LineConsumer {
  readonly #sink: LogSink;
  #section: Section | undefined;
  /** Headings above one error: it may have failed several tests. */
  #headings: Heading[] = [];
  #body: string[] = [];
  #counts: ReadonlyMap<string, number> = new Map();
  #total = 0;
  #hasFiles = false;
  #marks = { passed: 0, skipped: 0 };
  readonly #shortfall = new CoverageShortfall();

  constructor(sink: LogSink) {
    this.#sink = sink;
  }

  end(lines: number): void {
    this.#finish();
    this.#shortfall.tell(this.#sink);
    if (!this.#hasFiles) {
      this.#sink.unnamed('passed', this.#marks.passed);
      this.#sink.unnamed('skipped', this.#marks.skipped);
      this.#sink.problem({
        reason: "it has no summary of Vitest's; a part is missing",
        line: lines,
      });
      return;
    }
    tellCounts(this.#sink, this.#counts, this.#total);
  }

  take(line: string): void {
    if (this.#section === undefined && this.#shortfall.take(line)) return;
    const section = SECTION.exec(line);
    if (section !== null) {
      this.#finish();
      this.#section = sectionOf(section[1] as string);
      return;
    }
    if (this.#section !== undefined) this.#readError(line);
    this.#readSummary(line);
  }

  #readSummary(line: string): void {
    const version = VERSION.exec(line);
    const tests = TESTS.exec(line);
    if (version !== null) {
      this.#end();
      this.#sink.tool('vitest', version[1] as string);
    } else if (tests !== null) {
      this.#end();
      this.#counts = countedWords(tests[1] as string);
      this.#total = Number(tests[2]);
    } else if (FILES.test(line)) {
      this.#end();
      this.#hasFiles = true;
      this.#sink.tool('vitest');
    } else if (this.#section === undefined) {
      const mark = MARK.exec(line)?.[1];
      if (mark === '✓' || mark === '√') this.#marks.passed += 1;
      else if (mark !== undefined) this.#marks.skipped += 1;
    }
  }

  #end(): void {
    this.#finish();
    this.#section = undefined;
  }

  #readError(line: string): void {
    const fail = FAIL.exec(line);
    if (fail !== null) {
      if (this.#body.some((one) => one.trim() !== '')) this.#finish();
      this.#headings.push({ project: fail[1], name: fail[2] as string });
      this.#body = [];
    } else if (RULE.test(line.trim())) {
      // A serialised error stands below a rule of its own; only the next heading ends the block.
      if (this.#section === 'unhandled' && this.#body.length > 0) this.#finish();
      else this.#body.push('');
    } else if (this.#body.length < MOST_LINES) this.#body.push(line);
  }

  #finish(): void {
    const body = this.#body.join('\n');
    const headings = this.#headings;
    this.#headings = [];
    this.#body = [];
    if (this.#section === undefined || body.trim() === '') {
      if (headings.length === 0) return;
    }
    if (this.#section === 'unhandled') {
      if (
        !/^(?:\S.*(?:Error|error|rejection|exception)|Error:)/im.test(body) ||
        /^Vitest caught \d+/.test(body.trim())
      )
        return;
      this.#sink.test({
        kind: 'unhandled',
        title: [],
        status: 'failed',
        errors: [readError(body)],
        phase: 'after-end',
      });
      return;
    }
    for (const heading of headings) this.#sink.test(this.#failed(heading, body));
  }

  #failed({ project, name }: Heading, body: string): LoggedTest {
    const shared = {
      ...given('project', project?.trim()),
      status: 'failed' as const,
      errors: [readError(body)],
    };
    const whole = WHOLE_FILE.exec(name);
    if (whole !== null)
      return { ...shared, kind: 'file', file: whole[1] as string, title: [], phase: 'load' };
    const [file, ...title] = name.split(' > ');
    if (this.#section === 'suites') {
      return { ...shared, ...given('file', file), kind: 'hook', title, phase: 'beforeAll' };
    }
    return { ...shared, ...given('file', file), title };
  }
}
