import type { SerialTurn } from '@holdfast/fixtures/adapter';

/** What Holdfast does around the code of one test. */
export interface Plan {
  /** The test's own limit; Vitest has been given more. 0 and `Infinity` are none. */
  readonly limitMs: number;
  readonly turn: SerialTurn | undefined;
  /** Made where the test was defined. */
  readonly place: Error;
}

const plans = new WeakMap<object, Plan>();

export const setPlan = (task: object, plan: Plan): void => void plans.set(task, plan);

/** The plan of a test, as Vitest holds it; undefined where Holdfast adds nothing. */
export const planOf = (task: object): Plan | undefined => plans.get(task);
