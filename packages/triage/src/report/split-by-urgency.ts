import type { Incident } from './report.js';

export interface Urgency {
  readonly first: readonly Incident[];
  readonly later: readonly Incident[];
}

/**
 * Incidents to look at first, and those that can wait: the high ones, or where none is high those of the highest
 * priority there is. Incidents whose tests all passed on retry are in neither.
 */
export const splitByUrgency = (incidents: readonly Incident[]): Urgency => {
  const red = incidents.filter(({ flaky }) => !flaky);
  const top = (['high', 'medium', 'low'] as const).find((level) =>
    red.some(({ priority }) => priority === level),
  );
  return {
    first: red.filter(({ priority }) => priority === top),
    later: red.filter(({ priority }) => priority !== top),
  };
};
