import { HoldfastError } from '@holdfast/journal/sandbox';
import { acceptFunction } from '../accept/function.js';
import { acceptNumber } from '../accept/number.js';
import { acceptOptions } from '../accept/options.js';
import { acceptPredicate } from '../accept/predicate.js';
import { acceptSignal } from '../accept/signal.js';
import { fitLimit } from '../budget/fit-limit.js';
import { printFunction, printMs, printValue } from '../print.js';
import type { Sighting } from '../wait/sighting.js';
import { type ConditionSettings, waitFor } from '../wait/wait-for.js';

export interface EventuallyOptions<Value = unknown> {
  /** Time limit in milliseconds, fitted to the machine. @default 1000 */
  readonly within?: number;
  /** It must not be true before this many milliseconds. Not fitted. @default 0 */
  readonly atLeast?: number;
  /** It must stay true for this many milliseconds. Not fitted. @default 0 */
  readonly holdsFor?: number;
  /** When the value is the one waited for. @default a value other than false, 0, '', NaN and null */
  readonly until?: (value: Value) => boolean;
  /** Ends the wait at once, as failed, when what was seen can no longer become true. @default never */
  readonly giveUpWhen?: (seen: Sighting<Value>) => boolean;
  /** What is waited for, in words. @default the function's name or source */
  readonly what?: string;
  /** Ends the wait by throwing the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * A value that may be undefined needs `until`: alone, undefined is what an assertion returns that has passed. Stands
 * beside the function's own type, so that what the function gives is inferred as it is.
 */
type WithoutUndefined<Value> = undefined extends Value
  ? // biome-ignore lint/suspicious/noConfusingVoidType: an assertion's own return type
    [Value] extends [void]
    ? unknown
    : never
  : unknown;

const OPTIONS: readonly (keyof EventuallyOptions)[] = [
  'within',
  'atLeast',
  'holdsFor',
  'until',
  'giveUpWhen',
  'what',
  'signal',
];
const DEFAULT_WITHIN_MS = 1_000;

const isTrue = (value: unknown): boolean => value === undefined || Boolean(value);

const resolve = <Value>(
  condition: () => Value | PromiseLike<Value>,
  options: EventuallyOptions<Value>,
): ConditionSettings<Value> => {
  acceptFunction('fn', condition);
  acceptOptions('eventually', options, OPTIONS);
  const {
    within = DEFAULT_WITHIN_MS,
    atLeast = 0,
    holdsFor = 0,
    until = isTrue,
    giveUpWhen,
    signal,
  } = options;
  const askedMs = acceptNumber('within', within, { from: 0, unit: 'milliseconds' });
  acceptNumber('holdsFor', holdsFor, { from: 0, to: askedMs, unit: 'milliseconds, not above `within`' });
  acceptNumber('atLeast', atLeast, { from: 0, to: askedMs, unit: 'milliseconds, not above `within`' });
  const isWanted = acceptPredicate('until', until);
  return {
    condition,
    what: options.what ?? `\`${printFunction(condition)}\``,
    limit: fitLimit(askedMs),
    holdsForMs: holdsFor,
    holds: ({ threw, value }) => !threw && isWanted(value as Value),
    endsWhen: giveUpWhen && acceptPredicate('giveUpWhen', giveUpWhen),
    notBeforeMs: atLeast,
    signal: acceptSignal(signal),
  };
};

/**
 * Waits until a condition holds and gives its value: a function that returns something true, or an assertion
 * that stops throwing. Polls after 1 ms, then after 3 % of the elapsed time, at most every 20 ms; fake timers
 * do not stop it.
 * @throws HoldfastError `HOLDFAST_WAIT_TIMED_OUT`, `HOLDFAST_WAIT_GAVE_UP` or `HOLDFAST_WAIT_TOO_EARLY`, with the
 *   last error as its cause
 * @throws TypeError for an option that is not accepted
 * @example await eventually(() => expect(queue.size).toBe(0), { within: 2_000 })
 */
export function eventually<Value>(
  fn: () => Value | PromiseLike<Value>,
  options: EventuallyOptions<Value> & { readonly until: (value: Value) => boolean },
): Promise<Value>;
export function eventually<Value>(
  fn: (() => Value | PromiseLike<Value>) & WithoutUndefined<Value>,
  options?: EventuallyOptions<Value>,
): Promise<Value>;
export async function eventually<Value>(
  fn: () => Value | PromiseLike<Value>,
  options: EventuallyOptions<Value> = {},
): Promise<Value> {
  const settings = resolve(fn, options);
  const wait = await waitFor(settings);
  const { what, notBeforeMs } = settings;
  if (wait.status === 'gave-up') {
    const seen = wait.last?.threw ? wait.last.error : wait.last?.value;
    const message = `Gave up waiting for ${what} after ${printMs(wait.elapsedMs)}: giveUpWhen said so of ${printValue(seen)}.`;
    const cause = wait.last?.threw ? { cause: wait.last.error } : undefined;
    throw new HoldfastError(
      'HOLDFAST_WAIT_GAVE_UP',
      message,
      { what, elapsedMs: wait.elapsedMs, polls: wait.polls },
      cause,
    );
  }
  if (wait.status === 'too-early') {
    const message = `${what} came true after ${printMs(wait.elapsedMs)}, and must not before ${printMs(notBeforeMs)}.`;
    throw new HoldfastError('HOLDFAST_WAIT_TOO_EARLY', message, {
      what,
      elapsedMs: wait.elapsedMs,
      atLeastMs: notBeforeMs,
    });
  }
  return wait.value;
}
