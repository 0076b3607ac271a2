import { coreModule } from '@holdfast/journal/sandbox';
import { acceptFunction } from '../accept/function.js';
import { acceptNumber } from '../accept/number.js';
import { acceptOptions } from '../accept/options.js';
import { acceptPredicate } from '../accept/predicate.js';
import { acceptSignal } from '../accept/signal.js';
import { fitLimit } from '../budget/fit-limit.js';
import { printFunction, printMs } from '../print.js';
import type { Sighting } from '../wait/sighting.js';
import { waitFor } from '../wait/wait-for.js';

export interface SettledOptions<Value = unknown> {
  /** How long the value must stay the same, in milliseconds. Not fitted. @default 50 */
  readonly holdsFor?: number;
  /** Time limit in milliseconds, fitted to the machine. @default 1000 */
  readonly within?: number;
  /** Whether two values count as the same. @default deep strict equality */
  readonly equals?: (left: Value, right: Value) => boolean;
  /** What is waited for, in words. @default the function's name or source */
  readonly what?: string;
  /** Ends the wait by throwing the signal's reason. */
  readonly signal?: AbortSignal;
}

const OPTIONS: readonly (keyof SettledOptions)[] = ['holdsFor', 'within', 'equals', 'what', 'signal'];
const isDeepStrictEqual = coreModule('node:util')?.isDeepStrictEqual ?? Object.is;

/**
 * Waits until a value stops changing, and gives it. A look that throws counts as a change. Objects are compared
 * as they are at each look: a function that returns one and the same object, changed in place, never shows a change,
 * so return a copy or a figure.
 * @throws HoldfastError `HOLDFAST_WAIT_TIMED_OUT`
 * @throws TypeError for an option that is not accepted
 * @example const size = await settled(() => queue.size, { holdsFor: 100 })
 */
export const settled = async <Value>(
  fn: () => Value | PromiseLike<Value>,
  options: SettledOptions<Value> = {},
): Promise<Value> => {
  acceptFunction('fn', fn);
  acceptOptions('settled', options, OPTIONS);
  const { holdsFor = 50, within = 1_000, equals = isDeepStrictEqual, signal } = options;
  const askedMs = acceptNumber('within', within, { from: 0, unit: 'milliseconds' });
  acceptNumber('holdsFor', holdsFor, { above: 0, to: askedMs, unit: 'milliseconds, not above `within`' });
  const isSame = acceptPredicate('equals', equals);
  const what = options.what ?? `\`${printFunction(fn)}\``;
  let before: Sighting<Value> | undefined;
  let sameSince = 0;
  const holds = (seen: Sighting<Value>): boolean => {
    const same =
      before !== undefined &&
      !before.threw &&
      !seen.threw &&
      isSame(before.value as Value, seen.value as Value);
    if (!same) sameSince = seen.elapsedMs;
    before = seen;
    return !seen.threw && seen.elapsedMs - sameSince >= holdsFor;
  };
  const { value } = await waitFor({
    condition: fn,
    what: `${what} to stay the same for ${printMs(holdsFor)}`,
    limit: fitLimit(askedMs),
    holds,
    holdsForMs: 0,
    notBeforeMs: 0,
    endsWhen: undefined,
    signal: acceptSignal(signal),
  });
  return value;
};
