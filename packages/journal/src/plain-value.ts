import { elide } from './elide.js';
import type { JsonValue } from './error-snapshot.js';
import { bareObject, isArray, isFiniteNumber, isView, keysOf, max } from './intrinsics.js';
import { printValue } from './print-value.js';
import { readMember } from './read-member.js';
import { isAround, type TextBudget } from './text-budget.js';
import { isBuffer, isDate, isMap, isNativeError, isPromise, isProxy, isRegExp, isSet } from './value-kind.js';

const DEEPEST = 4;
const MEMBERS = 40;
const KEY_LENGTH = 200;

const isPrintedWhole = (value: object): boolean =>
  isProxy(value) ||
  isNativeError(value) ||
  isDate(value) ||
  isRegExp(value) ||
  isMap(value) ||
  isSet(value) ||
  isPromise(value) ||
  isBuffer(value) ||
  isView(value);

const plainContainer = (value: object, budget: TextBudget): JsonValue => {
  if (isArray(value)) {
    const values: JsonValue[] = [];
    for (let index = 0; index < value.length && index < MEMBERS && budget.left > 0; index++) {
      values[index] = plain(readMember(value, index), budget) ?? null;
    }
    if (values.length < value.length) values[values.length] = `... ${value.length - values.length} more`;
    return values;
  }
  const members: Record<string, JsonValue> = bareObject();
  const keys = keysOf(value);
  let index = 0;
  for (; index < keys.length && index < MEMBERS && budget.left > 0; index++) {
    const key = keys[index] as string;
    const member = plain(readMember(value, key), budget);
    budget.left -= key.length;
    if (member !== undefined) members[elide(key, KEY_LENGTH)] = member;
  }
  if (index < keys.length) members['...'] = `${keys.length - index} more`;
  return members;
};

const plainObject = (value: object, budget: TextBudget): JsonValue => {
  const { around } = budget;
  const isCircular = isAround(budget, value);
  if (isCircular || around.length >= DEEPEST || isPrintedWhole(value)) {
    const printed = isCircular ? '[Circular]' : printValue(value, budget.left);
    budget.left -= printed.length;
    return printed;
  }
  around[around.length] = value;
  try {
    return plainContainer(value, budget);
  } finally {
    around.length -= 1;
  }
};

const plain = (value: unknown, budget: TextBudget): JsonValue | undefined => {
  budget.left -= 4;
  if (value === undefined || value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number' && isFiniteNumber(value)) return value;
  if (typeof value === 'object') return plainObject(value, budget);
  const text = typeof value === 'string' ? elide(value, max(budget.left, 0)) : printValue(value, 500);
  budget.left -= text.length;
  return text;
};

/**
 * Any value as plain data with at most about `length` units of text; undefined for undefined.
 * Objects and arrays keep their shape, everything that JSON cannot hold (dates, maps, buffers,
 * functions, errors, `NaN`) is printed. Never throws.
 */
export const plainValue = (value: unknown, length: number): JsonValue | undefined => {
  try {
    return plain(value, { left: length, around: [] });
  } catch {
    return '[a value that cannot be read]';
  }
};
