import { acceptNumber } from '../accept/number.js';
import { acceptOptions } from '../accept/options.js';
import { acceptPredicate } from '../accept/predicate.js';
import { acceptSignal } from '../accept/signal.js';
import { fitLimit } from '../budget/fit-limit.js';
import { currentSettings } from '../settings/current-settings.js';
import type { DelayBounds } from './next-delay.js';

export interface RetryOptions {
  /** Attempts, the first included. @default the settings' `retryAttempts`, which is 3 */
  readonly attempts?: number;
  /** Shortest pause before another attempt, in milliseconds. @default 50 */
  readonly delay?: number;
  /** Longest pause, in milliseconds. @default 2000 */
  readonly longestDelay?: number;
  /** Time limit of an attempt in milliseconds, fitted to the machine. @default none */
  readonly timeLimit?: number;
  /** What the limit is multiplied by with every further attempt. @default 1 */
  readonly growth?: number;
  /** Time limit of all attempts and pauses together, in milliseconds, fitted to the machine. @default none */
  readonly within?: number;
  /** Errors that are tried again besides the transient ones. @default none */
  readonly retryIf?: (error: unknown) => boolean;
  /** Ends the attempts by throwing the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface ResolvedRetryOptions extends DelayBounds {
  readonly attempts: number;
  /** Limit of an attempt, counted from 1. */
  readonly limitMs: (attempt: number) => number;
  readonly withinMs: number;
  readonly retryIf: (error: unknown) => boolean;
  readonly signal: AbortSignal | undefined;
}

const OPTIONS: readonly (keyof RetryOptions)[] = [
  'attempts',
  'delay',
  'longestDelay',
  'timeLimit',
  'growth',
  'within',
  'retryIf',
  'signal',
];
const MS = { above: 0, unit: 'milliseconds' };

/** @throws TypeError for an option that is not accepted */
export const resolveRetryOptions = (options: RetryOptions): ResolvedRetryOptions => {
  acceptOptions('retry', options, OPTIONS);
  const { attempts = currentSettings().retryAttempts, delay = 50, growth = 1, timeLimit, within } = options;
  const { longestDelay = Math.max(2_000, delay), retryIf = () => false, signal } = options;
  acceptNumber('delay', delay, { from: 0, unit: 'milliseconds' });
  acceptNumber('longestDelay', longestDelay, { from: delay, unit: 'milliseconds, not below `delay`' });
  acceptNumber('growth', growth, { from: 1, to: 10 });
  const limit =
    timeLimit === undefined ? Infinity : fitLimit(acceptNumber('timeLimit', timeLimit, MS)).limitMs;
  return {
    attempts: acceptNumber('attempts', attempts, { from: 1, to: 1_000, whole: true }),
    shortestMs: delay,
    longestMs: longestDelay,
    limitMs: (attempt) => limit * growth ** (attempt - 1),
    withinMs: within === undefined ? Infinity : fitLimit(acceptNumber('within', within, MS)).limitMs,
    retryIf: acceptPredicate('retryIf', retryIf),
    signal: acceptSignal(signal),
  };
};
