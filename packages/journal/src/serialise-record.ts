import {
  charCodeAt,
  hasOwn,
  indexOf,
  isArray,
  isFiniteNumber,
  keysOf,
  slice,
  stringify,
} from './intrinsics.js';
import type { JournalRecord } from './record.js';

const DEEPEST = 24;

const never = (_key: string): boolean => false;
const leads = (key: string): boolean => key === 'kind' || key === 'test';

/** JSON allows U+2028 and U+2029 inside strings, but some readers of lines break at them. */
const escapeSeparators = (json: string): string => {
  if (indexOf(json, '\u2028') < 0 && indexOf(json, '\u2029') < 0) return json;
  let escaped = '';
  let from = 0;
  for (let at = 0; at < json.length; at++) {
    const unit = charCodeAt(json, at);
    if (unit !== 0x2028 && unit !== 0x2029) continue;
    escaped += slice(json, from, at) + (unit === 0x2028 ? '\\u2028' : '\\u2029');
    from = at + 1;
  }
  return escaped + slice(json, from);
};

/** One string as JSON. Only primitives are handed to JSON.stringify, so no `toJSON` is ever asked. */
const serialiseText = (text: string): string => escapeSeparators(stringify(text));

const serialiseArray = (values: readonly unknown[], depth: number): string => {
  let json = '[';
  for (let index = 0; index < values.length; index++) {
    if (index > 0) json += ',';
    json += serialiseValue(values[index], depth);
  }
  return `${json}]`;
};

/** Appends the own members of a value to an object's text that is begun in `json`. */
const serialiseMembers = (value: object, json: string, depth: number, isWritten = never): string => {
  const keys = keysOf(value);
  let members = json;
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as string;
    const member = (value as Record<string, unknown>)[key];
    if (member === undefined || isWritten(key)) continue;
    members += `${members === '{' ? '' : ','}${serialiseText(key)}:${serialiseValue(member, depth)}`;
  }
  return `${members}}`;
};

const serialiseValue = (value: unknown, depth: number): string => {
  switch (typeof value) {
    case 'string':
      return serialiseText(value);
    case 'number':
      return isFiniteNumber(value) ? `${value}` : 'null';
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null || depth >= DEEPEST) return 'null';
      return isArray(value) ? serialiseArray(value, depth + 1) : serialiseMembers(value, '{', depth + 1);
    default:
      return 'null';
  }
};

/**
 * A record as one line, line break included. `kind` is its first member and `test`, where the
 * record has one, its second, so that a reader can pass over lines unparsed; the other members
 * keep their order. Built from own members alone: nothing that tests do to JSON or to prototypes
 * changes it.
 */
export const serialiseRecord = (record: JournalRecord): string => {
  const test = hasOwn(record, 'test') ? (record as { readonly test?: number }).test : undefined;
  const start = `{"kind":"${record.kind}"${test === undefined ? '' : `,"test":${test}`}`;
  return `${serialiseMembers(record, start, 0, leads)}\n`;
};
