import { coreModule } from '@holdfast/journal/sandbox';
import { acceptNumber } from '../accept/number.js';
import { acceptOptions } from '../accept/options.js';
import { acceptPredicate } from '../accept/predicate.js';
import { printError } from '../print.js';
import { currentSettings } from '../settings/current-settings.js';
import { transientKind } from './transient-kind.js';

/** How a whole test is tried again: its body with its `beforeEach` and `afterEach` hooks and fixtures. */
export interface TestRetryOptions {
  /** Attempts, the first included. @default the settings' `retryAttempts`, which is 3 */
  readonly attempts?: number;
  /** Pause before another attempt, in milliseconds. @default 50 */
  readonly delay?: number;
  /** Errors that are tried again besides the transient ones. One that throws says no. @default none */
  readonly retryIf?: (error: unknown) => boolean;
}

/** The option `retry` of a test: true for the defaults, false for none. */
export type TestRetry = boolean | TestRetryOptions;

export interface ResolvedTestRetry {
  /** 1 where the test is not retried. */
  readonly attempts: number;
  readonly delayMs: number;
  /** Whether an attempt that left these errors is worth another: only where each of them can be passing trouble. */
  readonly isWorthTrying: (errors: readonly unknown[]) => boolean;
}

const emitWarning = coreModule('node:process')?.emitWarning;

const OPTIONS: readonly (keyof TestRetryOptions)[] = ['attempts', 'delay', 'retryIf'];

const asOptions = (retry: unknown): object => {
  if (retry === true) return {};
  if (retry === false) return { attempts: 1 };
  if (typeof retry === 'object' && retry !== null) return retry;
  throw new TypeError(
    `\`retry\` of a test must be true, false or an object with ${OPTIONS.join(', ')}; got ${String(retry)}.`,
  );
};

/** Runners ask outside of any test: what is thrown there would end the whole file, and hide the test's own error. */
const orNo = (retryIf: (error: unknown) => boolean): typeof retryIf => {
  let isTold = false;
  return (error) => {
    try {
      return retryIf(error);
    } catch (mistake) {
      const text = `A test is not tried again, because its \`retryIf\` threw ${printError(mistake)}`;
      if (!isTold) emitWarning?.(text, 'HoldfastWarning');
      isTold = true;
      return false;
    }
  };
};

/**
 * For adapters: the option `retry` of a test by the rules of `retry()`.
 * @throws TypeError for an option that is not accepted
 */
export const resolveTestRetry = (retry: TestRetry): ResolvedTestRetry => {
  const options: TestRetryOptions = asOptions(retry);
  acceptOptions('retry of a test', options, OPTIONS);
  const { attempts = currentSettings().retryAttempts, delay = 50, retryIf = () => false } = options;
  const isAccepted = orNo(acceptPredicate('retryIf', retryIf));
  return {
    attempts: acceptNumber('attempts', attempts, { from: 1, to: 1_000, whole: true }),
    delayMs: acceptNumber('delay', delay, { from: 0, to: 3_600_000, unit: 'milliseconds' }),
    isWorthTrying: (errors) =>
      errors.length > 0 && errors.every((error) => transientKind(error) !== undefined || isAccepted(error)),
  };
};
