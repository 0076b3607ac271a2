import { count, thousands } from '../phrases.js';
import type { Report } from '../report.js';

/** How many incidents and failures there are of those that a reader wants to see. */
export const seenLine = (incidents: number, failures: number, report: Report): string => {
  const all = [count(report.incidents.length, 'incident'), count(report.failures.length, 'failure')];
  const seen = [incidents, failures].map((number) => `${thousands(number)} of `);
  return all
    .map((part, at) => (failures === report.failures.length ? part : `${seen[at]}${part}`))
    .join(', ');
};
