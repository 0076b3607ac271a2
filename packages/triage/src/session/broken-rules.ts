import type { ReportFailure } from '../report/report.js';

/** A sentence for each of the user's rules that threw, which are left out where they do. */
export const brokenRules = (failures: readonly ReportFailure[]): readonly string[] => {
  const counts = new Map<string, { count: number; readonly first: string }>();
  for (const { verdict } of failures) {
    for (const { rule, weight, sentence } of verdict.evidence) {
      if (weight !== 0 || !rule.startsWith('user/')) continue;
      const known = counts.get(rule);
      if (known === undefined) counts.set(rule, { count: 1, first: sentence });
      else known.count += 1;
    }
  }
  return [...counts.values()].map(({ count, first }) =>
    count === 1 ? first : `${first} (and for ${count - 1} more ${count === 2 ? 'failure' : 'failures'})`,
  );
};
