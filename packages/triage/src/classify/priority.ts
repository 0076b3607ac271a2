import type { Category, Cause } from '@holdfast/journal';
import { describeCause } from '../taxonomy/describe.js';
import type { Priority } from '../verdict.js';

const ORDER = ['low', 'medium', 'high'] as const satisfies readonly Priority[];

/** From this many failures on, an incident counts as taking the run down. */
export const LARGE_INCIDENT = 10;

/** What moves a priority away from the cause's own. */
export interface PriorityInputs {
  readonly category: Category;
  /** Priority that the failure's area declares, where it lies in one. */
  readonly areaPriority?: Priority;
  /** How many failures the incident has. @default 1 */
  readonly incidentSize?: number;
  /** True where the test passed on retry, or is known to be flaky. */
  readonly flaky?: boolean;
}

/** Urgency of a cause by itself. */
export const basePriority = (cause: Cause): Priority => describeCause(cause).priority;

/** The more urgent of two. */
export const higherPriority = (left: Priority, right: Priority): Priority =>
  ORDER.indexOf(left) >= ORDER.indexOf(right) ? left : right;

const shift = (priority: Priority, steps: number): Priority =>
  ORDER[Math.min(ORDER.length - 1, Math.max(0, ORDER.indexOf(priority) + steps))] as Priority;

/**
 * Priority of a verdict in its place: a flaky test one step down (never a security or data verdict's
 * high), a large incident one step up; an area's priority replaces a BUG's and is the floor for others.
 */
export const adjustPriority = (cause: Cause, inputs: PriorityInputs): Priority => {
  const base = basePriority(cause);
  const guarded = cause === 'security' || cause === 'data-corruption';
  const steps = (inputs.incidentSize ?? 1) >= LARGE_INCIDENT ? 1 : 0;
  const moved = shift(base, steps - (inputs.flaky === true && !guarded ? 1 : 0));
  if (inputs.areaPriority === undefined) return moved;
  if (inputs.category === 'BUG' && !guarded) return inputs.areaPriority;
  return higherPriority(moved, inputs.areaPriority);
};
