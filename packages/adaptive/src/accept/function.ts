/**
 * The function itself.
 * @throws TypeError that names the argument
 */
export const acceptFunction = <Accepted>(name: string, value: Accepted): Accepted => {
  if (typeof value === 'function') return value;
  throw new TypeError(`\`${name}\` must be a function; got ${value === null ? 'null' : typeof value}.`);
};
