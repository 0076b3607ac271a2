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
import { tableId } from './test-table.js';
import { TitleList } from './title-list.js';

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
export interface TitleMask {
  (text: string): string;
  /** True only where it leaves each of these texts as it is: one look at all of them. */
  readonly leavesAll?: (texts: readonly string[]) => boolean;
}

/** Every text of a table; what one test says as the one before it did stands here once. */
const textsOf = ({ tests }: TestTable): readonly string[] => {
  const texts: string[] = [];
  let before: readonly string[] = [];
  for (const title of tests) {
    for (let level = 0; level < title.length; level += 1) {
      const text = title[level] as string;
      if (text !== before[level]) texts.push(text);
    }
    before = title;
  }
  return texts;
};

const maskTable = (table: TestTable, mask: TitleMask): TestTable =>
  mask.leavesAll?.(textsOf(table)) === true
    ? table
    : { ...table, tests: table.tests.map((title) => title.map((text) => mask(text))) };

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
    const titles = new TitleList();
    const outcomes: string[] = [];
    const index = this.#files.length;
    everyTest((levels, name, status, durationMs) => {
      if (status === 'failed' || status === 'flaky') {
        const title = [...levels, name];
        this.#places.push({ file: index, test: outcomes.length, path: file, project, title });
      }
      titles.add(levels, name);
      outcomes.push(encodeOutcome(status, durationMs));
    });
    if (outcomes.length === 0) return;
    const table = tableId(file, project, titles.text());
    this.#files.push({ table, outcomes: outcomes.join('') });
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
      const key = placeKey(row.project, row.file ?? '', row.title);
      const order = taken.get(key) ?? 0;
      const place = row.kind === 'test' ? places.get(key)?.[order] : undefined;
      if (place === undefined)
        others.push({ category, cause, fingerprint, incident, kind: row.kind, path: row.file });
      else {
        taken.set(key, order + 1);
        const { file, test } = place;
        const { attempts, durationMs } = row;
        failures.push({
          category,
          cause,
          fingerprint,
          incident,
          file,
          test,
          attempts: attempts.length,
          durationMs,
        });
      }
    }
    return { ...facts, files: this.#files, failures, others };
  }

  /**
   * @param mask goes over every title before it is written; the id of a table follows from the titles as they were
   * @throws what the store throws
   */
  keep(facts: RunFacts, rows: readonly ReportFailure[], mask: TitleMask): void {
    const tables = this.#tables.map((table) => maskTable(table, mask));
    this.#store.append(tables, this.run(facts, rows, mask));
  }

  /** By the title that a report shows; those of one title in order. */
  #placesByKey(mask: TitleMask): ReadonlyMap<string, readonly Place[]> {
    const places = new Map<string, Place[]>();
    for (const place of this.#places) {
      const key = placeKey(
        place.project,
        place.path,
        place.title.map((text) => mask(text)),
      );
      const list = places.get(key);
      if (list === undefined) places.set(key, [place]);
      else list.push(place);
    }
    return places;
  }
}
