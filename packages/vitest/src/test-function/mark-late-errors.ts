import { HOLDFASTS_OWN } from '@holdfast/journal/sandbox';
import { LATE_ERROR_MARK, type LateErrorMark } from '../late-error-mark.js';

type Starter = () => LateErrorMark | undefined;

const STARTER = Symbol.for('holdfast.vitest.late-errors');
const EVENTS: readonly unknown[] = ['unhandledRejection', 'uncaughtException'];

const mark = (error: unknown, starter: Starter): void => {
  if (typeof error !== 'object' || error === null || LATE_ERROR_MARK in error) return;
  const value = starter();
  // Hidden from whoever prints the error, and on a frozen one not at all.
  if (value !== undefined) Reflect.defineProperty(error, LATE_ERROR_MARK, { configurable: true, value });
};

/**
 * From now on an error that nobody caught carries the test whose code set it off. Looks on where Node tells of the
 * error: with one more listener, Vitest would take it for handled, and the run would be green.
 *
 * @param starter the test whose code, however late, runs at that moment
 */
export const markLateErrors = (starter: Starter): void => {
  const watched = process as NodeJS.Process & { [STARTER]?: Starter };
  const isWatched = watched[STARTER] !== undefined;
  Object.defineProperty(watched, STARTER, { configurable: true, value: starter });
  if (isWatched) return;
  const emit = process.emit as (...values: unknown[]) => boolean;
  const watchedEmit = function (this: unknown, ...values: unknown[]): boolean {
    try {
      const current = watched[STARTER];
      if (current !== undefined && EVENTS.includes(values[0])) mark(values[1], current);
    } catch {
      // Who looks on must not be noticed.
    }
    return Reflect.apply(emit, this, values);
  };
  // It stays for the life of the process, and is no test's to put back.
  process.emit = Object.assign(watchedEmit, { [HOLDFASTS_OWN]: true }) as unknown as typeof process.emit;
};
