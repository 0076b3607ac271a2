import { isThenable } from '../thenable.js';
import { acceptFunction } from './function.js';

const mistake = (name: string): TypeError =>
  new TypeError(
    `\`${name}\` must answer at once; got a promise, which would count as yes whatever it comes to.`,
  );

/**
 * A function that answers yes or no. An answer that comes later is refused: as an object it is true, so that a wait
 * would end at once and every error would be tried again.
 * @throws TypeError that names the option, at once for an asynchronous function, else when it is asked
 */
export const acceptPredicate = <Values extends readonly unknown[]>(
  name: string,
  predicate: (...values: Values) => unknown,
): ((...values: Values) => boolean) => {
  acceptFunction(name, predicate);
  if (Object.prototype.toString.call(predicate) === '[object AsyncFunction]') throw mistake(name);
  return (...values) => {
    const answer = predicate(...values);
    if (!isThenable(answer)) return Boolean(answer);
    // Its own end is nobody's.
    answer.then(undefined, () => {});
    throw mistake(name);
  };
};
