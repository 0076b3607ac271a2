import type { Incident } from './report.js';

export interface Urgency {
  readonly first: readonly Incident[];
  readonly later: readonly Incident[];
}

const isUrgent = ({ priority, category }: Incident): boolean =>
  priority === 'high' || (category === 'BUG' && priority === 'medium');

/**
 * Incidents to look at first, and those that can wait. First come those of high priority and bugs of medium
 * priority; where there is none, those of the highest priority there is. Incidents whose tests all passed on retry are in
 * neither.
 */
export const splitByUrgency = (incidents: readonly Incident[]): Urgency => {
  const red = incidents.filter(({ flaky }) => !flaky);
  const top = red[0]?.priority;
  const isFirst = red.some(isUrgent) ? isUrgent : (incident: Incident) => incident.priority === top;
  return { first: red.filter(isFirst), later: red.filter((incident) => !isFirst(incident)) };
};
