import type { TestVisitor } from '../outcome.js';
import type { ReportFailure } from '../report/report.js';
import type {
  FileOutcomes,
  HistoryRun,
  OtherFailure,
  RunFacts,
  TestFailure,
  TestTable,
} from './history-run.js';
import type { HistoryStore } from './history-store.js';
import { encodeOutcome } from './outcome-code.js';
import { tableId, titleText } from './test-table.js';

interface Place {
  readonly file: number;
  readonly test: number;
}

const placeKey = (project: string | null | undefined, file: string, title: string): string =>
  `${project ?? ''}\0${file}\0${title}`;

/** Gathers what every test of a run came to, file by file, in a character a test. */
export class RunRecorder {
  readonly #store: HistoryStore;
  #known: Set<string> | undefined;
  readonly #tables: TestTable[] = [];
  readonly #files: FileOutcomes[] = [];
  /** Where the tests stand that did not simply pass, those of one title in order. */
  readonly #places = new Map<string, Place[]>();

  constructor(store: HistoryStore) {
    this.#store = store;
  }

  /** @param file path from the project's root, with forward slashes */
  add(file: string, project: string | undefined, everyTest: (visit: TestVisitor) => void): void {
    let titles = '';
    let outcomes = '';
    const index = this.#files.length;
    everyTest((levels, name, status, durationMs) => {
      const title = titleText(levels, name);
      if (status === 'failed' || status === 'flaky')
        this.#place(placeKey(project, file, title), { file: index, test: outcomes.length });
      titles += title;
      outcomes += encodeOutcome(status, durationMs);
    });
    if (outcomes === '') return;
    const table = tableId(file, project, titles);
    this.#files.push({ table, outcomes });
    this.#known ??= new Set(this.#store.knownTables());
    if (this.#known.has(table)) return;
    this.#known.add(table);
    const tests: (readonly string[])[] = [];
    everyTest((levels, name) => tests.push([...levels, name]));
    this.#tables.push({ id: table, file, ...(project === undefined ? {} : { project }), tests });
  }

  /** The run with the verdicts on its failures. */
  run(facts: RunFacts, rows: readonly ReportFailure[]): HistoryRun {
    const failures: TestFailure[] = [];
    const others: OtherFailure[] = [];
    const taken = new Map<string, number>();
    for (const row of rows) {
      const { category, cause } = row.verdict;
      const { fingerprint, incident } = row;
      const verdict = { category, cause, fingerprint, incident };
      const key = placeKey(
        row.project,
        row.file ?? '',
        titleText(row.title.slice(0, -1), row.title.at(-1) ?? ''),
      );
      const order = taken.get(key) ?? 0;
      const place = row.kind === 'test' ? this.#places.get(key)?.[order] : undefined;
      if (place === undefined) others.push({ ...verdict, kind: row.kind, path: row.file });
      else {
        taken.set(key, order + 1);
        failures.push({ ...verdict, ...place, attempts: row.attempts.length, durationMs: row.durationMs });
      }
    }
    return { ...facts, files: this.#files, failures, others };
  }

  /** @throws what the store throws */
  keep(facts: RunFacts, rows: readonly ReportFailure[]): void {
    this.#store.append(this.#tables, this.run(facts, rows));
  }

  #place(key: string, place: Place): void {
    const places = this.#places.get(key);
    if (places === undefined) this.#places.set(key, [place]);
    else places.push(place);
  }
}
