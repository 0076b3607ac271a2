import { failureName } from '../phrases.js';
import type { Incident, ReportFailure } from '../report.js';

/** Orders that incidents can be had in; the first is the report's own, in groups. */
export const INCIDENT_ORDERS = {
  urgency: 'most urgent first',
  size: 'most failures first',
  file: 'by file',
} as const;

/** Orders that failures can be had in; the first is the report's own. */
export const FAILURE_ORDERS = { file: 'by file', duration: 'slowest first', title: 'by title' } as const;

export type IncidentOrder = keyof typeof INCIDENT_ORDERS;
export type FailureOrder = keyof typeof FAILURE_ORDERS;

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** What is equal keeps the report's order. */
export const sortIncidents = (
  incidents: readonly Incident[],
  order: IncidentOrder,
  failureOf: (id: string) => ReportFailure | undefined,
): readonly Incident[] => {
  if (order === 'urgency') return incidents;
  if (order === 'size')
    return [...incidents].sort((left, right) => right.failures.length - left.failures.length);
  const fileOf = ({ failures }: Incident): string => failureOf(failures[0] ?? '')?.file ?? '';
  return [...incidents].sort((left, right) => compare(fileOf(left), fileOf(right)));
};

/** What is equal keeps the report's order, by file and line. */
export const sortFailures = (
  failures: readonly ReportFailure[],
  order: FailureOrder,
): readonly ReportFailure[] => {
  if (order === 'file') return failures;
  if (order === 'duration')
    return [...failures].sort((left, right) => (right.durationMs ?? -1) - (left.durationMs ?? -1));
  return [...failures].sort((left, right) => compare(failureName(left), failureName(right)));
};
