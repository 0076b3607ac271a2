import type { Category } from '@holdfast/journal';
import { decidingError } from '../classify/deciding-error.js';
import type { Incident } from '../report/report.js';
import { stableId } from '../report/stable-id.js';
import type { Standing } from '../verdict.js';
import { headline } from './headline.js';
import { incidentPriority, priorityRank } from './incident-priority.js';
import type { JudgedFailure } from './judged-failure.js';
import { type SharedCause, sharedCause } from './shared-cause.js';

interface Group {
  readonly shared: SharedCause;
  readonly category: Category;
  readonly members: JudgedFailure[];
}

export interface Grouping {
  /** High priority first; among equals bugs first, then by number of failures, then by id. */
  readonly incidents: readonly Incident[];
  /** Incident id by failure id. */
  readonly incidentOf: ReadonlyMap<string, string>;
}

const STANDING_RANK: Readonly<Record<Standing, number>> = { suspected: 0, supported: 1, proven: 2 };

const isFlaky = ({ members }: Group): boolean => members.every(({ failure }) => failure.flaky);

const collect = (failures: readonly JudgedFailure[]): Map<string, Group> => {
  const groups = new Map<string, Group>();
  for (const judged of failures) {
    const shared = sharedCause(judged.failure, judged.verdict, judged.fingerprint);
    const { category } = judged.verdict;
    const key = `${shared.key}\n${category}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { shared, category, members: [judged] });
    else group.members.push(judged);
  }
  return groups;
};

/**
 * Failures without a verdict join those of the same shared cause that have one. Failures of two different
 * categories never share an incident: a bug must not hide behind a dead service. Nor do failures that a retry
 * did not heal join tests that passed on retry: what those were excused with says nothing of them.
 */
const adoptUnknown = (groups: Map<string, Group>): readonly Group[] => {
  const judged = new Map<string, Group>();
  for (const group of groups.values()) {
    const largest = judged.get(group.shared.key);
    if (group.category === 'UNKNOWN') continue;
    if (largest === undefined || group.members.length > largest.members.length)
      judged.set(group.shared.key, group);
  }
  return [...groups.values()].filter((group) => {
    const host = group.category === 'UNKNOWN' ? judged.get(group.shared.key) : undefined;
    if (host === undefined || (isFlaky(host) && !isFlaky(group))) return true;
    for (const member of group.members) host.members.push(member);
    return false;
  });
};

/** The more its verdict is known and the more decided its test failed, the more a failure tells. */
const moreTelling = (left: JudgedFailure, right: JudgedFailure): number =>
  Number(left.verdict.category === 'UNKNOWN') - Number(right.verdict.category === 'UNKNOWN') ||
  Number(left.failure.flaky) - Number(right.failure.flaky) ||
  STANDING_RANK[right.verdict.standing] - STANDING_RANK[left.verdict.standing] ||
  right.verdict.confidence - left.verdict.confidence ||
  Number(decidingError(right.failure) !== undefined) - Number(decidingError(left.failure) !== undefined) ||
  Number(right.failure.line !== undefined) - Number(left.failure.line !== undefined);

/** The most telling one first, the others in their order. */
const leadFirst = (members: readonly JudgedFailure[]): readonly JudgedFailure[] => {
  if (members.length < 2) return members;
  const lead = members.reduce((best, member) => (moreTelling(best, member) <= 0 ? best : member));
  return [lead, ...members.filter((member) => member !== lead)];
};

const toIncident = (group: Group): Incident => {
  const members = leadFirst(group.members);
  const lead = members[0] as JudgedFailure;
  const { verdict } = lead;
  return {
    id: `i-${stableId(`${group.shared.key}\n${group.category}`)}`,
    category: verdict.category,
    cause: verdict.cause,
    priority: incidentPriority(members),
    standing: verdict.standing,
    confidence: verdict.confidence,
    title: group.shared.title ?? headline(lead.failure, verdict),
    why: verdict.why,
    advice: verdict.advice,
    evidence: verdict.evidence,
    failures: members.map(({ id }) => id),
    flaky: members.every(({ failure }) => failure.flaky),
  };
};

const byUrgency = (left: Incident, right: Incident): number =>
  priorityRank(right.priority) - priorityRank(left.priority) ||
  Number(right.category === 'BUG') - Number(left.category === 'BUG') ||
  right.failures.length - left.failures.length ||
  (left.id < right.id ? -1 : 1);

/** Joins failures that share one cause. Every failure is in exactly one incident. */
export const groupIncidents = (failures: readonly JudgedFailure[]): Grouping => {
  const incidents = adoptUnknown(collect(failures)).map(toIncident).sort(byUrgency);
  const incidentOf = new Map<string, string>();
  for (const incident of incidents) for (const id of incident.failures) incidentOf.set(id, incident.id);
  return { incidents, incidentOf };
};
