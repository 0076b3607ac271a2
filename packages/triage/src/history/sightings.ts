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

/** Failures of a run by test, by the number of the file: a run in which much failed is not searched for each of its tests. */
const failuresByPlace = ({ failures }: HistoryRun): ReadonlyMap<number, ReadonlyMap<number, TestFailure>> => {
  const places = new Map<number, Map<number, TestFailure>>();
  for (const failure of failures) {
    let tests = places.get(failure.file);
    if (tests === undefined) {
      tests = new Map();
      places.set(failure.file, tests);
    }
    // Of several rows of one test the first counts.
    if (!tests.has(failure.test)) tests.set(failure.test, failure);
  }
  return places;
};

/** Every sighting of the sought tests by key, the oldest first; those in which an outage took a test down are left out. */
export const sightings = (
  history: History,
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, readonly Sighting[]> => {
  const places = new Map<string, readonly { readonly key: string; readonly test: number }[]>();
  for (const { id, file, project, tests } of history.tables.values()) {
    const found = tests.flatMap((title, test) => {
      const key = testKey(project, file, title);
      return wanted.has(key) ? [{ key, test }] : [];
    });
    if (found.length > 0) places.set(id, found);
  }
  const seen = new Map<string, Sighting[]>();
  for (const run of history.runs) {
    const outages = outagesOf(run);
    const failed = failuresByPlace(run);
    run.files.forEach(({ table, outcomes }, file) => {
      for (const { key, test } of places.get(table) ?? []) {
        const status = statusOf(outcomes.charCodeAt(test));
        if (status === undefined || status === 'skipped') continue;
        const failure = status === 'passed' ? undefined : failed.get(file)?.get(test);
        if (failure !== undefined && outages.has(failure.incident)) continue;
        const list = seen.get(key) ?? [];
        list.push({ run, status, failure });
        seen.set(key, list);
      }
    });
  }
  return seen;
};
