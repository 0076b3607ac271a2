import type { LoggedTest, LogSink } from '../log-sink.js';
import type { LineConsumer } from '../text/line-parser.js';
import { readDiagnostics } from './tap-diagnostics.js';
import { suiteFailure, testOf } from './tap-outcome.js';
import { readPoint, type TapPoint } from './tap-point.js';

const MOST_LINES = 5_000;
const DEEPEST = 200;
const PLAN = /^( *)1\.\.(\d+)/;

/** A block of subtests that is being read. */
interface Level {
  readonly indent: number;
  readonly title: string;
  /** The point that opened it, where it comes before its subtests. */
  readonly point: TapPoint | undefined;
  points: number;
  failed: number;
  planned: number | undefined;
}

const levelAt = (indent: number, title: string, point?: TapPoint): Level => ({
  indent,
  title,
  point,
  points: 0,
  failed: 0,
  planned: undefined,
});

export class TapParser implements LineConsumer {
  readonly #sink: LogSink;
  /** From outermost to innermost; never empty. */
  readonly #levels: Level[] = [levelAt(0, '')];
  #point: TapPoint | undefined;
  #subtests = 0;
  #subtestsFailed = 0;
  #block: string[] | undefined;
  #found = 0;

  constructor(sink: LogSink) {
    this.#sink = sink;
  }

  end(lines: number): void {
    const [outermost] = this.#levels as [Level];
    const wasOpen = this.#block !== undefined || this.#levels.length > 1;
    this.#finish();
    const missing = (outermost.planned ?? 0) - outermost.points;
    if (missing > 0 || wasOpen) {
      this.#sink.problem({
        reason: 'it ends before its plan is fulfilled; the rest is missing',
        line: lines,
      });
    } else if (this.#found === 0 && outermost.planned === undefined) {
      this.#sink.problem({ reason: 'it has no test point' });
    }
  }

  get #innermost(): Level {
    return this.#levels.at(-1) as Level;
  }

  take(line: string): void {
    if (this.#block !== undefined) {
      if (/^\s*\.\.\.\s*$/.test(line)) this.#finish();
      else if (this.#block.length < MOST_LINES) this.#block.push(line);
      return;
    }
    if (/^\s*---\s*$/.test(line) && this.#point !== undefined) {
      this.#block = [];
      return;
    }
    const subtest = /^( *)# Subtest(?:: (.*))?$/.exec(line);
    const plan = PLAN.exec(line);
    const point = subtest === null && plan === null ? readPoint(line) : undefined;
    if (subtest !== null) this.#openBlock((subtest[1] as string).length, subtest[2] ?? '');
    else if (plan !== null) this.#plan((plan[1] as string).length, Number(plan[2]));
    else if (point !== undefined) this.#takePoint(point);
    else if (/^\s*\}\s*$/.test(line)) this.#closeBrace();
    else if (/^\s*Bail out!/i.test(line)) this.#bail(line);
  }

  /** `# Subtest: name` stands at its own point's indent, its subtests four further in. */
  #openBlock(indent: number, title: string): void {
    this.#finish();
    if (this.#levels.length >= DEEPEST) return;
    // The same line stands before a test without subtests too: the level is dropped again when its point comes.
    while (this.#levels.length > 1 && this.#innermost.indent > indent) this.#levels.pop();
    this.#levels.push(levelAt(indent + 4, title));
  }

  #plan(indent: number, planned: number): void {
    this.#finish();
    const level = this.#levels.findLast((one) => one.indent <= indent);
    if (level !== undefined) level.planned = planned;
  }

  #takePoint(point: TapPoint): void {
    this.#finish();
    this.#subtests = 0;
    this.#subtestsFailed = 0;
    while (this.#levels.length > 1 && this.#innermost.indent > point.indent) {
      const closed = this.#levels.pop() as Level;
      this.#subtests += closed.points;
      this.#subtestsFailed += closed.failed;
    }
    if (point.opens) {
      if (this.#levels.length < DEEPEST) this.#levels.push(levelAt(point.indent + 1, point.title, point));
      return;
    }
    this.#point = point;
  }

  /** Vitest closes a block of subtests with a brace; the point that opened it has come before. */
  #closeBrace(): void {
    this.#finish();
    const closed = this.#levels.length > 1 ? this.#levels.pop() : undefined;
    if (closed?.point === undefined) return;
    this.#subtests = closed.points;
    this.#subtestsFailed = closed.failed;
    this.#point = closed.point;
    this.#finish();
  }

  /** A point is told when all that belongs to it has been read. */
  #finish(): void {
    const point = this.#point;
    const said = readDiagnostics(this.#block ?? []);
    this.#block = undefined;
    if (point === undefined) return;
    this.#point = undefined;
    const parents = this.#levels.map(({ title }) => title).filter((title) => title !== '');
    const level = this.#innermost;
    level.points += 1;
    const isSuite = this.#subtests > 0 || said.get('type') === 'suite';
    const test = isSuite
      ? suiteFailure(point, parents, said, this.#subtestsFailed)
      : testOf(point, parents, said);
    if (isSuite) level.failed += this.#subtestsFailed;
    if (test !== undefined) this.#tell(test, level);
  }

  #tell(test: LoggedTest, level: Level): void {
    this.#found += 1;
    if (test.status === 'failed') level.failed += 1;
    this.#sink.test(test);
  }

  #bail(line: string): void {
    this.#finish();
    const reason = line.replace(/^\s*Bail out!\s*/i, '').trim();
    const message = reason === '' ? 'The run was bailed out of.' : `Bail out! ${reason}`;
    this.#sink.test({ kind: 'run', title: [], status: 'failed', errors: [{ message }], phase: 'after-end' });
  }
}
