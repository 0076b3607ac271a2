import { adjustPriority, higherPriority } from '../classify/priority.js';
import type { Priority } from '../verdict.js';
import type { JudgedFailure } from './judged-failure.js';

const RANK: Readonly<Record<Priority, number>> = { low: 0, medium: 1, high: 2 };

/** Order of urgency: the higher, the more urgent. */
export const priorityRank = (priority: Priority): number => RANK[priority];

/**
 * Urgency of an incident: that of its most urgent failure, one step up where it takes down many tests
 * (`LARGE_INCIDENT`), one step down where all of them passed on retry or are known to come and go.
 */
export const incidentPriority = (members: readonly JudgedFailure[]): Priority => {
  const flaky = members.every(({ failure, knownFlaky }) => failure.flaky || knownFlaky === true);
  // A user's own rule may have set a priority that the cause does not have.
  const isOwn = members.some(({ verdict }) => verdict.evidence[0]?.rule.startsWith('user/'));
  let highest: Priority = 'low';
  let last: JudgedFailure | undefined;
  for (const member of members) {
    const { verdict, areaPriority, failure } = member;
    if (flaky || !failure.flaky) highest = higherPriority(highest, verdict.priority);
    // Members of one incident are mostly alike, so that one answer holds for the next.
    const isLikeLast = last?.verdict.cause === verdict.cause && last.areaPriority === areaPriority;
    last = member;
    if (isOwn || isLikeLast) continue;
    const { cause, category } = verdict;
    const inputs = { category, flaky, incidentSize: members.length };
    highest = higherPriority(
      highest,
      adjustPriority(cause, areaPriority === undefined ? inputs : { ...inputs, areaPriority }),
    );
  }
  return highest;
};
