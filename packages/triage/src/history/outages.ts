import type { HistoryRun } from './history-run.js';

/** From this many tests on, one incident is an outage. */
export const OUTAGE_TESTS = 5;

/**
 * Incidents of a run that took down many tests at once from outside: a dead service, an exhausted pool. What they made
 * fail says nothing about the single test. Bugs are none, however many tests they break, nor is what nobody understands.
 */
export const outagesOf = ({ failures }: HistoryRun): ReadonlySet<string> => {
  const sizes = new Map<string, number>();
  for (const { category, incident } of failures) {
    if (category !== 'ENVIRONMENT' && category !== 'CONFIGURATION') continue;
    sizes.set(incident, (sizes.get(incident) ?? 0) + 1);
  }
  return new Set([...sizes].flatMap(([incident, size]) => (size >= OUTAGE_TESTS ? [incident] : [])));
};
