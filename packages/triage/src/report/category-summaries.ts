import { CATEGORIES, type Category, type Cause } from '@holdfast/journal';
import { describeCategory } from '../taxonomy/describe.js';
import type { CategorySummary, ReportFailure } from './report.js';

/** Failures by category and cause, the most frequent first; categories without a failure are left out. */
export const categorySummaries = (failures: readonly ReportFailure[]): readonly CategorySummary[] => {
  const counts = new Map<Category, Map<Cause, number>>();
  for (const { verdict } of failures) {
    const causes = counts.get(verdict.category) ?? new Map<Cause, number>();
    causes.set(verdict.cause, (causes.get(verdict.cause) ?? 0) + 1);
    counts.set(verdict.category, causes);
  }
  return CATEGORIES.filter((category) => counts.has(category))
    .map((category) => {
      const causes = [...(counts.get(category) ?? [])]
        .map(([cause, number]) => ({ cause, failures: number }))
        .sort((left, right) => right.failures - left.failures || (left.cause < right.cause ? -1 : 1));
      const total = causes.reduce((sum, cause) => sum + cause.failures, 0);
      const description = describeCategory(category).meaning;
      return { category, description, failures: total, share: total / failures.length, causes };
    })
    .sort((left, right) => right.failures - left.failures);
};
