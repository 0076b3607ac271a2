import type { Category, Cause } from '@holdfast/journal';
import type { Priority, Standing } from '@holdfast/triage';

/** What Holdfast leaves on a failed or flaky test, and on a file that failed, for reporters listed after it. */
export interface HoldfastTaskMeta {
  readonly category: Category;
  readonly cause: Cause;
  readonly priority: Priority;
  readonly standing: Standing;
  /** One line: the strongest reason. */
  readonly why: string;
  /** Id of the incident that it belongs to. */
  readonly incident: string;
}
