import { printValue } from '../print.js';

/**
 * The answer itself.
 * @throws TypeError that names the option and what came
 */
export const acceptBoolean = (name: string, value: unknown): boolean => {
  if (typeof value === 'boolean') return value;
  throw new TypeError(`\`${name}\` must be true or false; got ${printValue(value)}.`);
};
