import { adjustPriority, higherPriority } from '../classify/priority.js';
import type { Priority } from '../verdict.js';
import type { JudgedFailure } from './judged-failure.js';

const RANK: Readonly<Record<Priority, number>> = { low: 0, medium: 1, high: 2 };

/** Order of urgency: the higher, the more urgent. */
export const priorityRank = (priority: Priority): number => RANK[priority];

/**
 * Urgency of an incident: that of its most urgent failure, one step up where it takes down many tests
 * (`LARGE_INCIDENT`), one step down where all of them passed on retry.
 */
export const incidentPriority = (members: readonly JudgedFailure[]): Priority => {
  const flaky = members.every(({ failure }) => failure.flaky);
  const raised = members.map(({ verdict, areaPriority }) =>
    adjustPriority(verdict.cause, {
      category: verdict.category,
      flaky,
      incidentSize: members.length,
      ...(areaPriority === undefined ? {} : { areaPriority }),
    }),
  );
  const own = members.filter(({ failure }) => flaky || !failure.flaky).map(({ verdict }) => verdict.priority);
  // A user's own rule may have set a priority that the cause does not have.
  const isOwn = members.some(({ verdict }) => verdict.evidence[0]?.rule.startsWith('user/'));
  return (isOwn ? own : [...raised, ...own]).reduce(higherPriority, 'low');
};
