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

/** A test that did not simply pass. */
interface Place {
  /** Index into the run's files. */
  readonly file: number;
  readonly test: number;
  readonly path: string;
  readonly project: string | undefined;
  readonly title: readonly string[];
}

const placeKey = (project: string | null | undefined, path: string, title: readonly string[]): string =>
  `${project ?? ''}\0${path}\0${title.join('\0')}`;

/** Takes secrets and control characters out of a text, as the report does. */
export type TitleMask = (text: string) => string;

/** Gathers what every test of a run came to, file by file, in a character a test. */
export class RunRecorder {
  readonly #store: HistoryStore;
  #known: Set<string> | undefined;
  readonly #tables: TestTable[] = [];
  readonly #files: FileOutcomes[] = [];
  readonly #places: Place[] = [];

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
        this.#places.push({
          file: index,
          test: outcomes.length,
          path: file,
          project,
          title: [...levels, name],
        });
      titles += title;
      outcomes += encodeOutcome(status === 'todo' ? 'skipped' : status, durationMs);
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
  run(facts: RunFacts, rows: readonly ReportFailure[], mask: TitleMask): HistoryRun {
    const places = this.#placesByKey(mask);
    const failures: TestFailure[] = [];
    const others: OtherFailure[] = [];
    const taken = new Map<string, number>();
    for (const row of rows) {
      const { category, cause } = row.verdict;
      const { fingerprint, incident } = row;
      const verdict = { category, cause, fingerprint, incident };
      const key = placeKey(row.project, row.file ?? '', row.title);
      const order = taken.get(key) ?? 0;
      const place = row.kind === 'test' ? places.get(key)?.[order] : undefined;
      if (place === undefined) others.push({ ...verdict, kind: row.kind, path: row.file });
      else {
        taken.set(key, order + 1);
        const { file, test } = place;
        failures.push({ ...verdict, file, test, attempts: row.attempts.length, durationMs: row.durationMs });
      }
    }
    return { ...facts, files: this.#files, failures, others };
  }

  /**
   * @param mask goes over every title before it is written; the id of a table follows from the titles as they were
   * @throws what the store throws
   */
  keep(facts: RunFacts, rows: readonly ReportFailure[], mask: TitleMask): void {
    const tables = this.#tables.map((table) => ({
      ...table,
      tests: table.tests.map((title) => title.map(mask)),
    }));
    this.#store.append(tables, this.run(facts, rows, mask));
  }

  /** By the title that a report shows; those of one title in order. */
  #placesByKey(mask: TitleMask): ReadonlyMap<string, readonly Place[]> {
    const places = new Map<string, Place[]>();
    for (const place of this.#places) {
      const key = placeKey(place.project, place.path, place.title.map(mask));
      const list = places.get(key);
      if (list === undefined) places.set(key, [place]);
      else list.push(place);
    }
    return places;
  }
}
