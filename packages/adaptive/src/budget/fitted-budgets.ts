import type { MachineProfile } from '../machine/profile.js';
import { type ResolvedPolicy, TEST_KINDS, type TestKind } from '../settings/policy.js';
import { capacity, computeAmount, type FittedAmount, pace } from './compute-amount.js';
import { computeTimeLimit } from './compute-time-limit.js';
import type { FittedLimit } from './fitted-limit.js';

/** What budgets come to on a machine. Plain data. */
export interface FittedBudgets {
  /** The settings' limits by kind of test. */
  readonly limits: Readonly<Record<TestKind, FittedLimit>>;
  /** Things that go on at the same time. */
  readonly load: FittedAmount;
  /** Things that go on one after another. */
  readonly iterations: FittedAmount;
}

/**
 * What `budget.time`, `budget.load` and `budget.iterations` give on a machine under the settings.
 * @param amount that load and iterations are asked for
 */
export const fittedBudgets = (
  machine: MachineProfile,
  settings: Pick<ResolvedPolicy, 'limits' | 'timeMultiplier' | 'load'>,
  amount: number,
): FittedBudgets => {
  const { limits, timeMultiplier, load } = settings;
  const limitOf = (kind: TestKind): FittedLimit =>
    computeTimeLimit(limits[kind], { machine, multiplier: timeMultiplier, mayShorten: false });
  return {
    limits: Object.fromEntries(TEST_KINDS.map((kind) => [kind, limitOf(kind)])) as FittedBudgets['limits'],
    load: computeAmount(amount, { machine, load }, capacity),
    iterations: computeAmount(amount, { machine, load }, pace),
  };
};
