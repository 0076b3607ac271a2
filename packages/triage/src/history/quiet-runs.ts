import type { SoughtFailure } from './failure-history.js';
import type { History } from './history-run.js';
import { sightings, testKey } from './sightings.js';

/** How often each of these tests ran since it last failed just like this; all its runs where it never did. */
export const quietRuns = (history: History, sought: readonly SoughtFailure[]): readonly number[] => {
  const keys = sought.map(({ project, file, title }) => testKey(project, file, title));
  const seen = sightings(history, new Set(keys));
  return sought.map(({ fingerprint }, index) => {
    const all = seen.get(keys[index] ?? '') ?? [];
    return all.length - 1 - all.findLastIndex(({ failure }) => failure?.fingerprint === fingerprint);
  });
};
