import { elide } from './elide.js';
import {
  arrayOf,
  functionSource,
  indexOf,
  isArray,
  isFiniteNumber,
  isView,
  keysOf,
  mapEntries,
  matches,
  numberText,
  regExpText,
  setValues,
  slice,
  stringify,
  textOf,
  timeOf,
  toIsoString,
} from './intrinsics.js';
import { readMember, readText } from './read-member.js';
import { isAround, type TextBudget } from './text-budget.js';
import { isBuffer, isDate, isMap, isNativeError, isPromise, isProxy, isRegExp, isSet } from './value-kind.js';

const DEEPEST = 4;
const MEMBERS = 40;
const BYTES = 32;

const spend = (budget: TextBudget, text: string): string => {
  budget.left -= text.length;
  return text;
};

const printList = (
  budget: TextBudget,
  open: string,
  close: string,
  size: number,
  next: (index: number) => string | undefined,
): string => {
  let text = open;
  let index = 0;
  for (; index < size && index < MEMBERS && budget.left > 0; index++) {
    const member = next(index);
    if (member === undefined) break;
    text += index === 0 ? member : `, ${member}`;
  }
  if (index < size) text += `${index === 0 ? '' : ', '}... ${size - index} more`;
  return text + close;
};

const printView = (budget: TextBudget, name: string, bytes: Uint8Array): string => {
  let text = `<${name}`;
  for (let index = 0; index < bytes.length && index < BYTES; index++) {
    const byte = bytes[index] as number;
    text += ` ${byte < 16 ? '0' : ''}${numberText(byte, 16)}`;
  }
  if (bytes.length > BYTES) text += ` ... ${bytes.length - BYTES} more bytes`;
  return spend(budget, `${text}>`);
};

const printFunction = (value: object): string => {
  const isClass = indexOf(slice(functionSource(value), 0, 6), 'class') === 0;
  return `[${isClass ? 'class' : 'Function'} ${readText(value, 'name') ?? '(anonymous)'}]`;
};

const printError = (value: object): string =>
  `[${readText(value, 'name') ?? 'Error'}: ${elide(readText(value, 'message') ?? '', 500)}]`;

const className = (value: object): string => {
  const name = readText(readMember(value, 'constructor'), 'name');
  return name === undefined || name === 'Object' ? '' : `${elide(name, 60)} `;
};

const printKey = (key: string): string =>
  matches(/^[A-Za-z_$][\w$]*$/, key) ? key : stringify(elide(key, 100));

const printContainer = (value: object, budget: TextBudget): string => {
  if (isArray(value)) {
    return printList(budget, '[', ']', value.length, (index) => print(readMember(value, index), budget));
  }
  if (isMap(value)) {
    const entries = mapEntries(value);
    return printList(budget, `Map(${value.size}) {`, '}', value.size, () => {
      const entry = entries.next().value as readonly [unknown, unknown] | undefined;
      return entry && `${print(entry[0], budget)} => ${print(entry[1], budget)}`;
    });
  }
  if (isSet(value)) {
    const values = setValues(value);
    return printList(budget, `Set(${value.size}) {`, '}', value.size, () =>
      print(values.next().value, budget),
    );
  }
  const keys = keysOf(value);
  return printList(budget, `${className(value)}{`, '}', keys.length, (index) => {
    const key = keys[index] as string;
    return `${spend(budget, printKey(key))}: ${print(readMember(value, key), budget)}`;
  });
};

const printObject = (value: object, budget: TextBudget): string => {
  if (isProxy(value)) return spend(budget, '[Proxy]');
  if (isNativeError(value)) return spend(budget, printError(value));
  if (isDate(value)) {
    return spend(budget, isFiniteNumber(timeOf(value)) ? toIsoString(value) : 'Invalid Date');
  }
  if (isRegExp(value)) return spend(budget, regExpText(value));
  if (isPromise(value)) return spend(budget, '[Promise]');
  if (isBuffer(value)) return printView(budget, 'ArrayBuffer', arrayOf(value, 0, value.byteLength));
  if (isView(value)) {
    const name = readText(readMember(value, 'constructor'), 'name') ?? 'bytes';
    return printView(budget, elide(name, 60), arrayOf(value.buffer, value.byteOffset, value.byteLength));
  }
  const { around } = budget;
  if (isAround(budget, value)) return spend(budget, '[Circular]');
  if (around.length >= DEEPEST)
    return spend(budget, isArray(value) ? '[Array]' : `[${className(value) || 'Object '}...]`);
  around[around.length] = value;
  try {
    return printContainer(value, budget);
  } finally {
    around.length -= 1;
  }
};

const print = (value: unknown, budget: TextBudget): string => {
  if (budget.left <= 0) return '...';
  switch (typeof value) {
    case 'string':
      return spend(budget, stringify(elide(value, budget.left)));
    case 'bigint':
      return spend(budget, `${textOf(value)}n`);
    case 'number':
      return spend(budget, value === 0 && 1 / value < 0 ? '-0' : textOf(value));
    case 'function':
      return spend(budget, printFunction(value));
    case 'object':
      return value === null ? spend(budget, 'null') : printObject(value, budget);
    default:
      return spend(budget, textOf(value));
  }
};

/**
 * Any value as text, in the manner of a console: `"text"`, `[1, 2]`, `Map(1) {"a" => 1}`, `[Function name]`.
 * At most about `length` units; large, deep and circular values are cut. Works for values of every
 * realm, calls no `toString` or `toJSON`, and never throws.
 */
export const printValue = (value: unknown, length: number): string => {
  try {
    return elide(print(value, { left: length, around: [] }), length);
  } catch {
    return '[a value that cannot be read]';
  }
};
