import type { History, HistoryRun, TestFailure } from './history-run.js';
import { outagesOf } from './outages.js';
import { statusOf } from './outcome-code.js';

/** A run in which a test was executed. */
export interface Sighting {
  readonly run: HistoryRun;
  readonly status: 'passed' | 'failed' | 'flaky';
  readonly failure: TestFailure | undefined;
}

/** A test by project, file and full title. */
export const testKey = (
  project: string | null | undefined,
  file: string | null,
  title: readonly string[],
): string => `${project ?? ''}\0${file ?? ''}\0${title.join('\0')}`;

/** A test's place in a run as one number. */
const placeKey = (file: number, test: number): number => file * 1_048_576 + test;

/** Failures of a run by place: a run in which much failed is not searched for each of its tests. */
const failuresByPlace = ({ failures }: HistoryRun): ReadonlyMap<number, TestFailure> => {
  const places = new Map<number, TestFailure>();
  for (const failure of failures) {
    const key = placeKey(failure.file, failure.test);
    // Of several rows of one test the first counts.
    if (!places.has(key)) places.set(key, failure);
  }
  return places;
};

/** A sought test in a table, and what was seen of it. */
interface Place {
  readonly key: string;
  readonly test: number;
  readonly list: Sighting[];
}

/** Every sighting of the sought tests by key, the oldest first; those in which an outage took a test down are left out. */
export const sightings = (
  history: History,
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, readonly Sighting[]> => {
  const lists = new Map<string, Sighting[]>();
  const places = new Map<string, Place[]>();
  for (const { id, file, project, tests } of history.tables.values()) {
    const found: Place[] = [];
    for (let test = 0; test < tests.length; test += 1) {
      const key = testKey(project, file, tests[test] ?? []);
      if (!wanted.has(key)) continue;
      const list = lists.get(key) ?? [];
      lists.set(key, list);
      found.push({ key, test, list });
    }
    if (found.length > 0) places.set(id, found);
  }
  const seen = new Map<string, Sighting[]>();
  for (const run of history.runs) {
    const outages = outagesOf(run);
    const failed = failuresByPlace(run);
    run.files.forEach(({ table, outcomes }, file) => {
      for (const { key, test, list } of places.get(table) ?? []) {
        const status = statusOf(outcomes.charCodeAt(test));
        if (status === undefined || status === 'skipped') continue;
        const failure = status === 'passed' ? undefined : failed.get(placeKey(file, test));
        if (failure !== undefined && outages.has(failure.incident)) continue;
        if (list.length === 0) seen.set(key, list);
        list.push({ run, status, failure });
      }
    });
  }
  return seen;
};
