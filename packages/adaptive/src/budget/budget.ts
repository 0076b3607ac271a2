import { nearestName } from '@holdfast/journal/sandbox';
import { acceptBoolean } from '../accept/boolean.js';
import { acceptLimit } from '../accept/limit.js';
import { acceptNumber } from '../accept/number.js';
import { acceptOptions } from '../accept/options.js';
import { currentMachine } from '../machine/current-machine.js';
import { evidencePort } from '../port.js';
import { printMs, printNumber } from '../print.js';
import { currentSettings } from '../settings/current-settings.js';
import { TEST_KINDS, type TestKind } from '../settings/policy.js';
import { capacity, computeAmount, pace } from './compute-amount.js';
import { fitLimit } from './fit-limit.js';

export interface TimeBudgetOptions {
  /** Kind of the test, for the settings' limits. @default `unit` */
  readonly kind?: TestKind;
  /** Gives a faster machine a shorter limit. @default false */
  readonly mayShorten?: boolean;
}

export interface AmountBudgetOptions {
  /** Never fewer. @default 1 */
  readonly atLeast?: number;
  /** Never more. @default no limit */
  readonly atMost?: number;
}

const acceptKind = (kind: TestKind): TestKind => {
  if (TEST_KINDS.includes(kind)) return kind;
  const nearest = nearestName(String(kind), TEST_KINDS);
  const hint = nearest === undefined ? '' : ` Did you mean '${nearest}'?`;
  throw new TypeError(`\`kind\` must be one of '${TEST_KINDS.join("', '")}'; got ${String(kind)}.${hint}`);
};

const tell = (
  what: 'limit' | 'load' | 'iterations' | 'pool',
  asked: string,
  fitted: string,
  reason: string | undefined,
): void => {
  const text =
    reason === undefined ? `${what} ${asked}, as asked` : `${what} ${asked} fitted to ${fitted}: ${reason}`;
  evidencePort().recordOnFailure('budget', {
    what,
    asked,
    fitted,
    text,
    ...(reason !== undefined && { reason }),
  });
};

function time(limitMs: number, options?: TimeBudgetOptions): number;
function time(options: TimeBudgetOptions): number;
function time(first: number | TimeBudgetOptions, second: TimeBudgetOptions = {}): number {
  const options = typeof first === 'object' && first !== null ? first : second;
  acceptOptions('budget.time', options, ['kind', 'mayShorten']);
  const mayShorten = acceptBoolean('mayShorten', options.mayShorten ?? false);
  const kind = acceptKind(options.kind ?? 'unit');
  const asked = first === options ? currentSettings().limits[kind] : acceptLimit('limitMs', first);
  const fitted = fitLimit(asked, kind, mayShorten);
  tell('limit', printMs(fitted.askedMs), printMs(fitted.limitMs), fitted.reason);
  return fitted.limitMs;
}

const amount = (
  what: 'load' | 'iterations',
  asked: number,
  options: AmountBudgetOptions,
  ofMachine: typeof capacity,
): number => {
  acceptOptions(`budget.${what}`, options, ['atLeast', 'atMost']);
  acceptNumber('amount', asked, { from: 1, to: Number.MAX_SAFE_INTEGER, whole: true });
  const { atLeast = 1, atMost = Number.POSITIVE_INFINITY } = options;
  acceptNumber('atLeast', atLeast, { from: 1, whole: true });
  acceptNumber('atMost', atMost, { from: atLeast, whole: true, orInfinity: true });
  const fitted = computeAmount(asked, { machine: currentMachine(), load: currentSettings().load }, ofMachine);
  const result = Math.min(atMost, Math.max(atLeast, fitted.amount));
  tell(
    what,
    printNumber(asked),
    printNumber(result),
    result === asked ? undefined : (fitted.reason ?? 'its own bounds'),
  );
  return result;
};

/** Amounts and limits that fit the machine of the moment; what a failing test used is in its evidence. */
export const budget = {
  /**
   * A time limit in milliseconds: longer on a slower or busier machine, up to ten times; never shorter than asked,
   * unless `mayShorten`. Without a limit of its own, the settings' limit of the kind.
   * @throws TypeError for a limit that is not above 0 and finite
   * @example it('replies', test, budget.time(5_000, { kind: 'integration' }))
   */
  time,
  /** Things that go on at the same time: fewer on a slower or busier machine, more on a larger one. At least 1. */
  load: (count: number, options: AmountBudgetOptions = {}): number =>
    amount('load', count, options, capacity),
  /** Things that go on one after another: fewer on a slower or busier machine, more on a faster one. At least 1. */
  iterations: (count: number, options: AmountBudgetOptions = {}): number =>
    amount('iterations', count, options, pace),
  /**
   * A pool's size: as asked on every machine, because contention is wanted; settings and `HOLDFAST_POOL_SIZE` can
   * replace it.
   */
  pool: (size: number): number => {
    acceptNumber('size', size, { from: 1, to: Number.MAX_SAFE_INTEGER, whole: true });
    const { poolSize } = currentSettings();
    tell(
      'pool',
      printNumber(size),
      printNumber(poolSize ?? size),
      poolSize === null || poolSize === size ? undefined : 'settings',
    );
    return poolSize ?? size;
  },
} as const;
