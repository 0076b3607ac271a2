import { tagOf } from './intrinsics.js';
import { readMember, readText } from './read-member.js';
import { isNativeError, isProxy } from './value-kind.js';

/** Never throws, though `Symbol.toStringTag` may be a getter that does. */
const tag = (value: unknown): string => {
  try {
    return tagOf(value);
  } catch {
    return '';
  }
};

export const isDomException = (value: unknown): boolean => tag(value) === '[object DOMException]';

/**
 * Whether a value is an error, in whichever realm it was made: a native error, a DOMException (which
 * is none on Node 20), or an object that a runner made of an error on its way between processes.
 */
export const isErrorLike = (value: unknown): value is object => {
  if (typeof value !== 'object' || value === null) return false;
  if (isNativeError(value)) return true;
  const name = isProxy(value) ? '' : tag(value);
  if (name === '[object Error]' || name === '[object DOMException]') return true;
  if (typeof readMember(value, 'message') !== 'string') return false;
  return readText(value, 'stack') !== undefined || readText(value, 'name') !== undefined;
};
