import type { Attempt, Evidence } from '../../failure.js';
import { type JsonConsumer, JsonStream } from '../json/json-stream.js';
import { amountOf, given, listOf, membersOf, textOf, textsOf } from '../json/plain.js';
import type { LogReader } from '../log-reader.js';
import type { LoggedTest, LogSink } from '../log-sink.js';
import { ownWords } from '../own-words.js';

type Members = Readonly<Record<string, unknown>>;

const isAttempt = (value: unknown): value is Attempt => {
  const { number, status, errors, phase } = membersOf(value);
  return (
    typeof number === 'number' &&
    (status === 'passed' || status === 'failed') &&
    typeof phase === 'string' &&
    Array.isArray(errors) &&
    errors.every((error) => typeof membersOf(error).message === 'string')
  );
};

const readRow = (row: Members): LoggedTest | undefined => {
  const { kind } = ownWords(row);
  const attempts = listOf(row.attempts);
  if (kind === undefined || attempts.length === 0 || !attempts.every(isAttempt)) return undefined;
  const flaky = row.flaky === true;
  return {
    kind,
    ...given('file', textOf(row.file)),
    title: textsOf(row.title),
    status: flaky ? 'passed' : 'failed',
    ...(flaky ? { flaky } : {}),
    attempts: attempts.filter(isAttempt),
    attemptsComplete: row.attemptsComplete !== false,
    ...given('durationMs', amountOf(row.durationMs)),
    ...given('line', amountOf(row.line)),
    ...given('column', amountOf(row.column)),
    ...given('project', textOf(row.project)),
    ...(textsOf(row.tags).length === 0 ? {} : { tags: textsOf(row.tags) }),
    ...(listOf(row.evidence).length === 0 ? {} : { evidence: row.evidence as readonly Evidence[] }),
  };
};

const STATUSES: readonly string[] = ['passed', 'failed', 'skipped', 'todo'];

/** A test that has no row, where the report lists them. */
const readListed = (test: Members): LoggedTest | undefined => {
  const status = textOf(test.status) ?? '';
  if (!STATUSES.includes(status)) return undefined;
  return {
    ...given('file', textOf(test.file)),
    title: textsOf(test.title),
    status: status as LoggedTest['status'],
    ...given('project', textOf(test.project)),
    ...given('durationMs', amountOf(test.durationMs)),
  };
};

class ReportParser implements JsonConsumer {
  readonly paths = ['$.version', '$.run', '$.totals', '$.failures.*', '$.tests.*'];
  readonly #sink: LogSink;
  #rows = 0;
  /** What the totals count and no row tells; what is listed is taken from it. */
  readonly #unnamed = { passed: 0, skipped: 0, todo: 0 };
  #hasTotals = false;

  constructor(sink: LogSink) {
    this.#sink = sink;
  }

  end(): void {
    const { passed, skipped, todo } = this.#unnamed;
    this.#sink.unnamed('passed', passed);
    this.#sink.unnamed('skipped', skipped);
    this.#sink.unnamed('todo', todo);
    if (!this.#hasTotals) this.#sink.problem({ reason: 'it has no totals, as every report has' });
  }

  take(value: unknown, key: string | number | undefined): void {
    if (key === 'run') this.#run(membersOf(value));
    else if (key === 'totals') this.#totals(membersOf(value));
    else if (typeof key === 'number') this.#row(membersOf(value));
    else if (value !== 1)
      this.#sink.note(`is a report of version ${String(value)}, which this Holdfast may not know`);
  }

  #run(run: Members): void {
    const runner = membersOf(run.runner);
    this.#sink.tool(textOf(runner.name) ?? 'holdfast', textOf(runner.version));
    const at = Date.parse(textOf(run.startedAt) ?? '');
    this.#sink.time(Number.isNaN(at) ? undefined : at, amountOf(run.durationMs));
  }

  #totals(totals: Members): void {
    this.#hasTotals = true;
    const amount = (name: string): number => amountOf(totals[name]) ?? 0;
    const [passed, failed] = [amount('passed'), amount('failed')];
    const [skipped, todo] = [amount('skipped'), amount('todo')];
    // The rows tell of those that failed and of those that a retry saved; the others have no name.
    this.#unnamed.passed += Math.max(0, passed - amount('flaky'));
    this.#unnamed.skipped += skipped;
    this.#unnamed.todo += todo;
    this.#sink.declared({ passed, failed, skipped, todo, tests: passed + failed + skipped + todo });
  }

  #row(row: Members): void {
    const listed = row.kind === undefined ? readListed(row) : undefined;
    if (listed !== undefined) {
      if (listed.status !== 'failed') this.#unnamed[listed.status] -= 1;
      this.#sink.test(listed);
      return;
    }
    this.#rows += 1;
    const test = readRow(row);
    if (test === undefined)
      this.#sink.problem({ reason: `row ${this.#rows} of its failures has no attempts` });
    else this.#sink.test(test);
  }
}

/** Holdfast's own report.json: judged anew, with the evidence that it holds. */
export const reportReader: LogReader = {
  id: 'report',
  name: "Holdfast's report.json",
  recognises: (head) => /^\uFEFF?\s*\{\s*"format"\s*:\s*"holdfast-report"/.test(head),
  open: (sink) => new JsonStream(new ReportParser(sink), sink),
};
