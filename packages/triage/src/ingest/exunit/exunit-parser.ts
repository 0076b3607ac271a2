import { readError } from '../error/read-error.js';
import { given } from '../json/plain.js';
import type { LogSink } from '../log-sink.js';
import type { LineConsumer } from '../text/line-parser.js';

const HEADER = /^ {1,4}(\d+)\) (.+)$/;
const TEST_NAME = /^(?:test|doctest|property) ([\s\S]+) \(([\w.]+)\)$/;
const CALLBACK = /^([\w.]+): failure on (setup_all|\w+) callback/;
const PLACE = /^\s+(\S+\.exs?):(\d+)\s*$/;
const SUMMARY = /^(\d+ (?:doctest|propert|test)[^\n]*failures?\b[^\n]*)$/;
const TRACE = /^\s+\* (?:test|doctest|property) .*?(?:\(([\d.]+)ms\)|\((skipped|excluded)\)) \[L#\d+\]/;
const MOST_LINES = 2_000;

interface Block {
  readonly name: string;
  readonly lines: string[];
}

export class ExUnitParser implements LineConsumer {
  readonly #sink: LogSink;
  #block: Block | undefined;
  #failed = 0;
  #traced = { passed: 0, skipped: 0 };
  #hasSummary = false;

  constructor(sink: LogSink) {
    this.#sink = sink;
  }

  end(lines: number): void {
    this.#finish();
    this.#sink.tool('exunit');
    if (this.#hasSummary) return;
    const { passed, skipped } = this.#traced;
    // A failed test is traced too.
    this.#sink.unnamed('passed', Math.max(0, passed - this.#failed));
    this.#sink.unnamed('skipped', skipped);
    this.#sink.problem({
      reason: 'it ends before the summary of ExUnit; the rest is missing',
      line: lines,
    });
  }

  take(line: string): void {
    const header = HEADER.exec(line);
    if (header !== null && (TEST_NAME.test(header[2] as string) || CALLBACK.test(header[2] as string))) {
      this.#finish();
      this.#block = { name: header[2] as string, lines: [] };
      return;
    }
    const summary = SUMMARY.exec(line);
    if (summary !== null) {
      this.#finish();
      this.#summary(summary[1] as string);
      return;
    }
    const traced = TRACE.exec(line);
    if (traced !== null) {
      this.#finish();
      if (traced[2] === undefined) this.#traced.passed += 1;
      else this.#traced.skipped += 1;
    } else if (/^Finished in \d/.test(line)) this.#finish();
    else if (this.#block !== undefined && /^\S/.test(line)) this.#finish();
    else if (this.#block !== undefined && this.#block.lines.length < MOST_LINES) this.#block.lines.push(line);
  }

  #finish(): void {
    const block = this.#block;
    if (block === undefined) return;
    this.#block = undefined;
    const place = block.lines.map((line) => PLACE.exec(line)).find((match) => match !== null);
    const [first] = block.lines;
    const atTop = first !== undefined && PLACE.test(first);
    const error = readError((atTop ? block.lines.slice(1) : block.lines).join('\n'));
    const stackFile = /^\s+(\S+\.exs):(\d+): /m.exec(block.lines.join('\n'));
    const file = atTop ? place?.[1] : stackFile?.[1];
    const shared = {
      ...given('file', file),
      ...(atTop ? { line: Number(place?.[2]) } : {}),
      status: 'failed' as const,
    };
    const named = TEST_NAME.exec(block.name);
    const callback = CALLBACK.exec(block.name);
    if (named !== null) {
      this.#failed += 1;
      this.#sink.test({ ...shared, title: [named[2] as string, named[1] as string], errors: [error] });
    } else {
      const phase = 'beforeAll' as const;
      this.#sink.test({
        ...shared,
        kind: 'hook',
        title: [callback?.[1] ?? block.name],
        errors: [error],
        phase,
      });
    }
  }

  /** `1 doctest, 15 tests, 11 failures, 2 invalid, 1 skipped`; what is excluded is not among the tests. */
  #summary(text: string): void {
    let tests = 0;
    const other = { failures: 0, invalid: 0, skipped: 0 };
    for (const [, amount, word] of text.matchAll(/(?<!\d)(\d{1,9}) ([a-z]+)/g)) {
      if (/^(?:doctest|propert|test|feature)/.test(word as string)) tests += Number(amount);
      else if ((word as string).startsWith('failure')) other.failures += Number(amount);
      else if (word === 'invalid' || word === 'skipped') other[word] += Number(amount);
    }
    this.#hasSummary = true;
    const passed = Math.max(0, tests - other.failures - other.invalid - other.skipped);
    this.#sink.unnamed('passed', passed);
    // What a callback made invalid did not run; the callback itself is the failure.
    this.#sink.unnamed('skipped', other.skipped + other.invalid);
    this.#sink.declared({ tests, passed, failed: other.failures, skipped: other.skipped + other.invalid });
  }
}
