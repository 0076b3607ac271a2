import { printValue } from '../print.js';

/**
 * The signal itself; undefined stands for none. Goes by shape: a simulated browser has a class of its own.
 * @throws TypeError that names the option and what came
 */
export const acceptSignal = (signal: unknown): AbortSignal | undefined => {
  if (signal === undefined) return undefined;
  const { aborted, addEventListener } = (signal ?? {}) as Partial<AbortSignal>;
  if (typeof aborted === 'boolean' && typeof addEventListener === 'function') return signal as AbortSignal;
  throw new TypeError(`\`signal\` must be an AbortSignal; got ${printValue(signal)}.`);
};
