import type { ErrorSnapshot, JsonValue } from '../error-snapshot.js';
import { bareObject, charCodeAt, indexOf, isArray, keysOf, slice } from '../intrinsics.js';

/** What stands where a secret stood. */
export const SECRET_MASK = '***';

/** Up to this length a value of letters and digits counts only as a whole word, so that no other word is torn. */
const LONGEST_WORD = 11;

/** Whether a letter or digit stands at this place of a text. */
const isWordAt = (text: string, at: number): boolean => {
  if (at < 0 || at >= text.length) return false;
  const unit = charCodeAt(text, at);
  return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
};

/** Whether the part of a text is a short word that goes on before or after it. */
export const isTorn = (text: string, start: number, length: number): boolean => {
  if (length > LONGEST_WORD) return false;
  if (!isWordAt(text, start - 1) && !isWordAt(text, start + length)) return false;
  for (let at = start; at < start + length; at++) if (!isWordAt(text, at)) return false;
  return true;
};

const hideValue = (text: string, value: string): string => {
  let at = indexOf(text, value);
  if (at < 0) return text;
  let clean = '';
  let from = 0;
  for (; at >= 0; at = indexOf(text, value, at + 1)) {
    if (at < from || isTorn(text, at, value.length)) continue;
    clean += slice(text, from, at) + SECRET_MASK;
    from = at + value.length;
  }
  return clean + slice(text, from);
};

/** A text without these values; the longest must come first. */
const hideInText = (text: string, values: readonly string[]): string => {
  let clean = text;
  for (let index = 0; index < values.length; index++) clean = hideValue(clean, values[index] as string);
  return clean;
};

/** Plain data with the values hidden in all texts, keys included. */
export const hideInValue = (value: JsonValue, values: readonly string[]): JsonValue => {
  if (typeof value === 'string') return hideInText(value, values);
  if (typeof value !== 'object' || value === null) return value;
  if (isArray(value)) {
    const items: JsonValue[] = [];
    for (let index = 0; index < value.length; index++)
      items[index] = hideInValue(value[index] as JsonValue, values);
    return items;
  }
  const members = bareObject<JsonValue>();
  const keys = keysOf(value);
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as string;
    const member = (value as { readonly [key: string]: JsonValue })[key] as JsonValue;
    members[hideInText(key, values)] = hideInValue(member, values);
  }
  return members;
};

/** A snapshot with the values hidden, causes and parts included. */
export const hideInSnapshot = (error: ErrorSnapshot, values: readonly string[]): ErrorSnapshot =>
  values.length === 0
    ? error
    : (hideInValue(error as unknown as JsonValue, values) as unknown as ErrorSnapshot);
