import { readError } from '../error/read-error.js';
import { given } from '../json/plain.js';
import type { LoggedTest, LogSink } from '../log-sink.js';
import { countedWords } from '../text/counted-words.js';
import { CoverageShortfall } from '../text/coverage-shortfall.js';
import type { LineConsumer } from '../text/line-parser.js';
import { domainOf, readId, titleOfDomain } from './pytest-id.js';
import { bannerOf, headingOf, readClosing, readSummaryLine, readVerboseLine } from './pytest-lines.js';
import { type PytestSection, placeOf, readHeading } from './pytest-section.js';

const MOST_LINES = 3_000;
/** What pytest-xdist puts above each failure. */
const WORKER = /^\[gw\d+\] \S+ -- Python /;

/** `!!!!! KeyboardInterrupt !!!!!` */
const CUT = /^!{3,} (.+) !{3,}$/;
const ENDED_BY_FAILURES = /stopping after \d|during collection|^xdist\.dsession\.Interrupted/;

type Part = 'running' | 'failures' | 'errors' | 'summary' | 'other';

interface OpenSection extends PytestSection {
  readonly lines: string[];
}

const partOf = (banner: string): Part => {
  if (banner === 'FAILURES') return 'failures';
  if (banner === 'ERRORS') return 'errors';
  return banner === 'short test summary info' ? 'summary' : 'other';
};

const SKIPPED = ['SKIPPED', 'XFAIL'];

/** The sections tell why tests failed; where a test stands is told by other lines, before or after. */
export class PytestParser implements LineConsumer {
  readonly #sink: LogSink;
  #part: Part = 'running';
  #section: OpenSection | undefined;
  readonly #sections: OpenSection[] = [];
  /** Ids of failed tests by what sections call them; several files may have tests of one name. */
  readonly #ids = new Map<string, string[]>();
  /** Tests that lines of their own call passed or skipped, by id. */
  readonly #seen: { readonly id: string; readonly status: 'passed' | 'skipped' }[] = [];
  #closing: ReadonlyMap<string, number> | undefined;
  readonly #listed = new Map<string, string>();
  readonly #shortfall = new CoverageShortfall();
  /** Why the run was cut short, and where that stands. */
  #cut: { readonly why: string; readonly line: number } | undefined;

  constructor(sink: LogSink) {
    this.#sink = sink;
  }

  end(lines: number): void {
    this.#closeSection();
    this.#sink.tool('pytest');
    this.#shortfall.tell(this.#sink);
    const told = this.#sections.map((section) => this.#tell(section));
    const unexplained = this.#tellListed();
    const closing = this.#closing;
    if (closing === undefined) {
      this.#tellSeen();
      this.#sink.problem({
        reason: "it ends before pytest's closing line; the rest is missing",
        line: lines,
      });
      return;
    }
    this.#count(closing, [...told, ...unexplained]);
    // Where failures end a run, they are told.
    if (this.#cut !== undefined && !ENDED_BY_FAILURES.test(this.#cut.why))
      this.#sink.problem({ reason: `the run was cut short (${this.#cut.why})`, line: this.#cut.line });
  }

  take(line: string, number: number): void {
    const closing = readClosing(line);
    if (closing !== undefined && (this.#section === undefined || line.startsWith('='))) {
      this.#closeSection();
      this.#part = 'other';
      this.#closing = countedWords(closing);
      return;
    }
    const cut = CUT.exec(line)?.[1];
    if (cut !== undefined) {
      this.#closeSection();
      this.#cut ??= { why: cut, line: number };
      return;
    }
    if (this.#section === undefined && this.#shortfall.take(line)) return;
    const banner = bannerOf(line);
    if (banner !== undefined) {
      this.#closeSection();
      this.#part = partOf(banner);
      return;
    }
    if (this.#part === 'failures' || this.#part === 'errors') this.#readFailure(line);
    else if (this.#part === 'summary') this.#readSummary(line);
    else this.#readRunning(line);
  }

  #readRunning(line: string): void {
    const verbose = readVerboseLine(line);
    if (verbose === undefined) return;
    const { id, word } = verbose;
    if (word === 'PASSED' || word === 'XPASS') this.#seen.push({ id, status: 'passed' });
    else if (SKIPPED.includes(word)) this.#seen.push({ id, status: 'skipped' });
    else if (word !== 'RERUN') this.#remember(id);
  }

  #readFailure(line: string): void {
    const heading = headingOf(line);
    if (heading !== undefined) {
      this.#closeSection();
      this.#section = { ...readHeading(heading), lines: [] };
    } else if (this.#section !== undefined && this.#section.lines.length < MOST_LINES && !WORKER.test(line))
      this.#section.lines.push(line);
  }

  #readSummary(line: string): void {
    const found = readSummaryLine(line);
    if (found === undefined) return;
    const dash = found.rest.lastIndexOf(
      ' - ',
      found.rest.includes(']') ? undefined : found.rest.indexOf(' - '),
    );
    const id = dash < 0 ? found.rest : this.#idIn(found.rest);
    this.#listed.set(`${found.word} ${id}`, found.rest.slice(id.length).replace(/^ - /, ''));
    if (id.includes('::')) this.#remember(id);
  }

  /** The id at the start of a line whose message may hold any sign: one that was seen before, else up to the first dash. */
  #idIn(rest: string): string {
    let longest = '';
    for (const ids of this.#ids.values()) {
      for (const id of ids)
        if (id.length > longest.length && (rest === id || rest.startsWith(`${id} - `))) longest = id;
    }
    if (longest !== '') return longest;
    const parameter = /^[^\s[]*\[.*?\](?= - |$)/.exec(rest)?.[0];
    return parameter ?? (rest.split(' - ')[0] as string);
  }

  #remember(id: string): void {
    const domain = domainOf(id);
    const ids = this.#ids.get(domain);
    if (ids === undefined) this.#ids.set(domain, [id]);
    else if (!ids.includes(id)) ids.push(id);
  }

  #closeSection(): void {
    if (this.#section !== undefined) this.#sections.push(this.#section);
    this.#section = undefined;
  }

  #tell(section: PytestSection): LoggedTest {
    const test = this.#testOf(section);
    this.#sink.test(test);
    return test;
  }

  #testOf(section: PytestSection): LoggedTest {
    const { domain, kind, phase, lines } = section;
    const errors = [readError(lines.join('\n'))];
    const shared = { status: 'failed' as const, errors, phase };
    if (kind === 'file') {
      this.#listed.delete(`ERROR ${domain}`);
      return { ...shared, kind, file: domain, title: [] };
    }
    const place = placeOf(section);
    const id = this.#idOf(domain, place?.file);
    // What failed after the test itself had passed is no test: pytest counts it beside.
    const own = phase === 'afterEach' ? { kind: 'hook' as const } : {};
    for (const word of ['FAILED', 'ERROR']) if (id !== undefined) this.#listed.delete(`${word} ${id}`);
    const { file, title } =
      id === undefined ? { file: place?.file, title: titleOfDomain(domain) } : readId(id);
    const line = place !== undefined && place.file === file ? place.line : undefined;
    return { ...shared, ...own, ...given('file', file), title, ...given('line', line) };
  }

  /** Of several tests with one name the one whose file the traceback begins in. */
  #idOf(domain: string, file: string | undefined): string | undefined {
    const ids = this.#ids.get(domain) ?? [];
    return ids.find((id) => file !== undefined && id.startsWith(`${file}::`)) ?? ids[0];
  }

  /** With `--tb=no` the short summary is all there is. */
  #tellListed(): readonly LoggedTest[] {
    return [...this.#listed].map(([key, said]) => {
      const isError = key.startsWith('ERROR ');
      const id = key.slice(isError ? 6 : 7);
      const { file, title } = readId(id);
      const errors = [readError(said === '' ? 'The log does not say why.' : `E   ${said}`)];
      const isFile = !id.includes('::');
      const test: LoggedTest = {
        ...(isFile ? { kind: 'file', phase: 'load' } : isError ? { phase: 'beforeEach' } : {}),
        file,
        title: isFile ? [] : title,
        status: 'failed',
        errors,
      };
      this.#sink.test(test);
      return test;
    });
  }

  #tellSeen(): void {
    for (const { id, status } of this.#seen) this.#sink.test({ ...readId(id), status });
  }

  /**
   * The closing line is what pytest counts itself. An error at setup is a failed test here; one while collecting or at
   * teardown is a failure beside the tests.
   */
  #count(closing: ReadonlyMap<string, number>, told: readonly LoggedTest[]): void {
    const amount = (...words: readonly string[]): number =>
      words.reduce((sum, word) => sum + (closing.get(word) ?? 0), 0);
    const passed = amount('passed', 'xpassed');
    const skipped = amount('skipped', 'xfailed');
    const failed = amount('failed');
    const errors = amount('error', 'errors');
    const seen = (status: 'passed' | 'skipped'): number =>
      this.#seen.filter((one) => one.status === status).length;
    if (seen('passed') === passed && seen('skipped') === skipped) this.#tellSeen();
    else {
      this.#sink.unnamed('passed', passed);
      this.#sink.unnamed('skipped', skipped);
    }
    const missing = failed + errors - told.length;
    if (missing > 0) {
      this.#sink.note(`counts ${failed} failures and ${errors} errors, and tells why of ${told.length}`);
      this.#sink.unnamed('failed', missing);
    }
    const beside = told.filter(({ kind }) => kind !== undefined).length;
    this.#sink.declared({ tests: passed + skipped + failed + errors - beside, passed, skipped });
  }
}
