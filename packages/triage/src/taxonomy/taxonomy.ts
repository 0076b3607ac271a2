import type { Category } from '@holdfast/journal';
import type { Priority } from '../verdict.js';

/** What a cause means and what to do about it. */
export interface CauseDescription {
  readonly category: Category;
  /** One sentence. */
  readonly meaning: string;
  /** Concrete steps, the most useful first. */
  readonly advice: readonly string[];
  /** Urgency before areas and the size of the incident are weighed in. */
  readonly priority: Priority;
  /** Whether the failures of a single run can show it; where not, `experiment` says what would. */
  readonly showableByOneRun: boolean;
  /** The experiment that would prove it. */
  readonly experiment?: string;
}

export interface CategoryDescription {
  /** Who has to act. */
  readonly owner: string;
  /** One sentence. */
  readonly meaning: string;
}
