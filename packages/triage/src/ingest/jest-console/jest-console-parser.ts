import { readError } from '../error/read-error.js';
import { given } from '../json/plain.js';
import type { LogSink } from '../log-sink.js';
import { countedWords } from '../text/counted-words.js';
import { CoverageShortfall } from '../text/coverage-shortfall.js';
import type { LineConsumer } from '../text/line-parser.js';
import { tellCounts } from '../text/tell-counts.js';

const FILE =
  /^ ?(FAIL|PASS) {1,2}(?:(\S+(?: \S+)*?) )?(\S+\.[cm]?[jt]sx?)(?: \([\d.]+ m?s(?:, [\d.]+ MB[^)]*)?\))?$/;
const HEADING = /^ {2}● (.+)$/;
const TESTS = /^Tests: {1,12}(\S.* total)/;
const SUITES = /^Test Suites: {1,12}(\S.* total)/;
const RUN_ERROR = 'Test suite failed to run';
const MOST_LINES = 2_000;

interface Block {
  readonly heading: string;
  readonly lines: string[];
}

export class JestConsoleParser implements LineConsumer {
  readonly #sink: LogSink;
  #file: string | undefined;
  #project: string | undefined;
  #failedHere = false;
  #errorsHere = 0;
  #block: Block | undefined;
  readonly #told = new Set<string>();
  #inSummary = false;
  #counts: ReadonlyMap<string, number> | undefined;
  #marks = { passed: 0, skipped: 0 };
  readonly #shortfall = new CoverageShortfall();

  constructor(sink: LogSink) {
    this.#sink = sink;
  }

  end(lines: number): void {
    this.#finishFile();
    this.#sink.tool('jest');
    this.#shortfall.tell(this.#sink);
    if (this.#counts === undefined) {
      this.#sink.unnamed('passed', this.#marks.passed);
      this.#sink.unnamed('skipped', this.#marks.skipped);
      this.#sink.problem({
        reason: "it ends before Jest's summary; the rest is missing",
        line: lines,
      });
      return;
    }
    tellCounts(this.#sink, this.#counts, this.#counts.get('total') ?? 0);
  }

  take(line: string): void {
    if (this.#shortfall.take(line)) return;
    // A long run is followed by all failures once more.
    if (line.startsWith('Summary of all failing tests')) {
      this.#finishFile();
      this.#inSummary = true;
    }
    const tests = TESTS.exec(line);
    if (tests !== null || SUITES.test(line)) {
      this.#finishFile();
      if (tests !== null) this.#counts = countedWords(tests[1] as string);
      return;
    }
    const file = FILE.exec(line);
    if (file !== null) this.#openFile(file);
    else this.#readInFile(line);
  }

  #openFile([, verdict, project, path]: RegExpExecArray): void {
    this.#finishFile();
    this.#file = path;
    this.#project = project;
    this.#failedHere = verdict === 'FAIL';
    this.#errorsHere = 0;
  }

  #readInFile(line: string): void {
    const heading = HEADING.exec(line);
    if (heading !== null && this.#file !== undefined) {
      this.#finishBlock();
      this.#block = { heading: heading[1] as string, lines: [] };
    } else if (this.#block !== undefined && this.#block.lines.length < MOST_LINES)
      this.#block.lines.push(line);
    else if (!this.#inSummary && /^\s+[✓√] /.test(line)) this.#marks.passed += 1;
    else if (!this.#inSummary && /^\s+○ /.test(line)) this.#marks.skipped += 1;
  }

  #finishFile(): void {
    this.#finishBlock();
    if (this.#failedHere && this.#errorsHere === 0 && !this.#inSummary && this.#file !== undefined) {
      const message = 'Jest calls this file failed, and the log does not say why.';
      this.#sink.test({ ...this.#place(), kind: 'file', title: [], status: 'failed', errors: [{ message }] });
    }
    this.#file = undefined;
    this.#failedHere = false;
  }

  #finishBlock(): void {
    const block = this.#block;
    this.#block = undefined;
    if (block === undefined || block.heading === 'Console') return;
    this.#errorsHere += 1;
    const key = `${this.#project ?? ''}\n${this.#file ?? ''}\n${block.heading}`;
    if (this.#inSummary && this.#told.has(key)) return;
    this.#told.add(key);
    const error = readError(
      block.lines.map((line) => (line.startsWith('    ') ? line.slice(4) : line)).join('\n'),
    );
    const shared = { ...this.#place(), status: 'failed' as const, errors: [error] };
    if (block.heading === RUN_ERROR) this.#sink.test({ ...shared, kind: 'file', title: [], phase: 'load' });
    else this.#sink.test({ ...shared, title: block.heading.split(' › ') });
  }

  #place() {
    return { ...given('file', this.#file), ...given('project', this.#project) };
  }
}
