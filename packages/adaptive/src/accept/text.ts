import { printValue } from '../print.js';

/**
 * The text itself.
 * @throws TypeError that names the option and what came, for an empty text as well
 */
export const acceptText = (name: string, value: unknown): string => {
  if (typeof value === 'string' && value !== '') return value;
  throw new TypeError(`\`${name}\` must be a text that is not empty; got ${printValue(value)}.`);
};
