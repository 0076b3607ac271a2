import type { ErrorSnapshot, JsonValue } from '@holdfast/journal';
import type { Attempt, Evidence, Failure } from '../failure.js';
import type { Mask } from './create-mask.js';
import { MASK } from './secret-shapes.data.js';
import { stripControl } from './strip-control.js';

const DEEPEST = 8;
const SECRET_KEY =
  /passw(?:or)?d|passphrase|secret|token|api[-_]?key|access[-_]?key|private[-_]?key|credential|^authorization$|cookie/i;

/** What lies under these keys is secret to its last string. A `token` is not: parsers have them too. */
const SECRET_GROUP = /passw(?:or)?d|passphrase|secret|credential|cookie/i;

const allGone: Mask = () => MASK;

/**
 * A plain value with every string masked; a string under a key that sounds secret goes altogether, and so do the strings
 * of an object under one that can mean nothing else.
 */
export const maskValue = (value: JsonValue, mask: Mask, depth = 0): JsonValue => {
  if (typeof value === 'string') return mask(value);
  if (value === null || typeof value !== 'object') return value;
  if (depth >= DEEPEST) return '[too deep]';
  if (Array.isArray(value)) return value.map((item: JsonValue) => maskValue(item, mask, depth + 1));
  const masked: Record<string, JsonValue> = {};
  for (const [key, member] of Object.entries(value)) {
    const isSecret = (typeof member === 'string' || Array.isArray(member)) && SECRET_KEY.test(key);
    const inner = SECRET_GROUP.test(key) ? allGone : mask;
    masked[mask === allGone ? key : mask(key)] = isSecret ? MASK : maskValue(member, inner, depth + 1);
  }
  return masked;
};

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The masks of a run: one for texts, one for stacks, which remembers frames. */
export interface Masks {
  readonly text: Mask;
  readonly stack: Mask;
}

const TEXTS = ['name', 'code', 'message', 'expected', 'actual'] as const;

/** The list itself where each of its members stays as it is. */
const each = <T>(list: readonly T[], change: (item: T) => T): readonly T[] => {
  let changed: T[] | undefined;
  for (let index = 0; index < list.length; index += 1) {
    const item = list[index] as T;
    const now = change(item);
    if (now !== item) changed ??= list.slice(0, index);
    changed?.push(now);
  }
  return changed ?? list;
};

/**
 * An error with all its texts masked, causes and parts included; deeper than 8 levels is left out.
 * A clean error comes back as it is.
 */
export const maskError = (error: ErrorSnapshot, masks: Masks, depth = 0): ErrorSnapshot => {
  let copy: Mutable<ErrorSnapshot> | undefined;
  const change = (): Mutable<ErrorSnapshot> => {
    copy ??= { ...error };
    return copy;
  };
  for (const key of TEXTS) {
    const text = error[key];
    if (text === undefined) continue;
    const masked = masks.text(text);
    if (masked !== text) change()[key] = masked;
  }
  if (error.stack !== undefined) {
    const masked = masks.stack(error.stack);
    if (masked !== error.stack) change().stack = masked;
  }
  if (error.properties !== undefined) {
    change().properties = maskValue(error.properties, masks.text) as { readonly [key: string]: JsonValue };
  }
  if (error.cause !== undefined) {
    if (depth < DEEPEST) change().cause = maskError(error.cause, masks, depth + 1);
    else delete change().cause;
  }
  if (error.errors !== undefined) {
    if (depth < DEEPEST) change().errors = error.errors.map((part) => maskError(part, masks, depth + 1));
    else delete change().errors;
  }
  return copy ?? error;
};

const maskAttempt = (attempt: Attempt, masks: Masks): Attempt => {
  const errors = each(attempt.errors, (error) => maskError(error, masks));
  return errors === attempt.errors ? attempt : { ...attempt, errors };
};

const maskEvidence = ({ name, data }: Evidence, { text }: Masks): Evidence => ({
  name: text(name),
  data: maskValue(data, text) as Evidence['data'],
});

/**
 * A failure without secrets: what is classified, reported and printed. Its file stays as it is named: two rows must not
 * become one because a secret is also a folder's name.
 */
export const maskFailure = (failure: Failure, masks: Masks): Failure => {
  const { text } = masks;
  const masked: Mutable<Failure> = { ...failure };
  masked.title = each(failure.title, text);
  masked.attempts = each(failure.attempts, (attempt) => maskAttempt(attempt, masks));
  if (failure.file !== undefined) masked.file = stripControl(failure.file);
  if (failure.project !== undefined) masked.project = text(failure.project);
  if (failure.tags !== undefined) masked.tags = each(failure.tags, text);
  if (failure.evidence !== undefined) {
    masked.evidence = failure.evidence.map((evidence) => maskEvidence(evidence, masks));
  }
  return masked;
};
