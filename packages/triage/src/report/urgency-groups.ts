import type { Incident } from './report.js';

export interface UrgencyGroup {
  readonly title: string;
  readonly incidents: readonly Incident[];
}

const isUrgent = ({ priority, category }: Incident): boolean =>
  priority === 'high' || (category === 'BUG' && priority === 'medium');

/**
 * Incidents by what they ask of a reader, groups without any left out. First those of high priority and bugs of
 * medium priority; where there is none, those of the highest priority there is. Then those without a verdict: nothing
 * says that they can wait, as any of them may be a bug. Then the rest. Incidents whose tests all passed on retry are in
 * no group.
 */
export const urgencyGroups = (incidents: readonly Incident[]): readonly UrgencyGroup[] => {
  const red = incidents.filter(({ flaky }) => !flaky);
  const top = red[0]?.priority;
  const isFirst = red.some(isUrgent) ? isUrgent : (incident: Incident) => incident.priority === top;
  const others = red.filter((incident) => !isFirst(incident));
  return [
    { title: 'Look at first', incidents: red.filter(isFirst) },
    {
      title: 'Undecided, may be bugs',
      incidents: others.filter(({ category }) => category === 'UNKNOWN'),
    },
    { title: 'Can wait', incidents: others.filter(({ category }) => category !== 'UNKNOWN') },
  ].filter(({ incidents: some }) => some.length > 0);
};

/** The groups with the first `most` incidents alone, and how many that leaves out. */
export const firstOfGroups = (
  groups: readonly UrgencyGroup[],
  most: number,
): { readonly shown: readonly UrgencyGroup[]; readonly hidden: number } => {
  let left = most;
  let hidden = 0;
  const shown: UrgencyGroup[] = [];
  for (const { title, incidents } of groups) {
    const some = incidents.slice(0, left);
    left -= some.length;
    hidden += incidents.length - some.length;
    if (some.length > 0) shown.push({ title, incidents: some });
  }
  return { shown, hidden };
};
