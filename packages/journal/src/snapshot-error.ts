import { elide } from './elide.js';
import { isDomException, isErrorLike } from './error-kind.js';
import type { ErrorSnapshot, JsonValue } from './error-snapshot.js';
import { bareObject, hasOwn, indexOf, isArray, keysOf, slice, textOf } from './intrinsics.js';
import { plainValue } from './plain-value.js';
import { printValue } from './print-value.js';
import { readMember, readText } from './read-member.js';
import { DEFAULT_SNAPSHOT_LIMITS, type SnapshotLimits } from './snapshot-limits.js';
import { isNativeError } from './value-kind.js';
import { withoutRunnerFrames } from './without-runner-frames.js';

type Draft = { -readonly [Key in keyof ErrorSnapshot]: ErrorSnapshot[Key] };

/** What is under way: limits, and the values that were already taken, against rings. */
interface Survey {
  readonly limits: SnapshotLimits;
  readonly taken: unknown[];
}

const NAME_LENGTH = 200;
const KEY_LENGTH = 200;
const STACK_HEADER_LENGTH = 1_024;
const FIRST_FRAME = '\n    at ';

/** Members that have a place of their own in a snapshot. */
const PLACED = ['name', 'message', 'stack', 'code', 'cause', 'errors', 'actual', 'expected', 'matcherResult'];

const isPlaced = (key: string): boolean => {
  for (let index = 0; index < PLACED.length; index++) if (PLACED[index] === key) return true;
  return false;
};

const ownKeys = (value: object): readonly string[] => {
  try {
    return keysOf(value);
  } catch {
    return [];
  }
};

const isTaken = (survey: Survey, value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  for (let index = 0; index < survey.taken.length; index++) if (survey.taken[index] === value) return true;
  return false;
};

const cut = (draft: Draft, text: string, length: number): string => {
  if (text.length > length) draft.truncated = true;
  return elide(text, length);
};

const nameOf = (error: object): string | undefined => {
  const name = readText(error, 'name');
  const className = readText(readMember(error, 'constructor'), 'name');
  // A class that does not set `name` inherits the word 'Error', which says less than its own.
  const isGeneric = name === undefined || name === 'Error';
  return isGeneric && className !== undefined && className !== 'Object' ? className : name;
};

const messageOf = (error: object, limits: SnapshotLimits): string => {
  const message = readMember(error, 'message');
  if (typeof message === 'string') return message;
  return message === undefined ? '' : printValue(message, limits.messageLength);
};

const codeOf = (error: object): string | undefined => {
  const code = readMember(error, 'code');
  if (typeof code === 'string') return code === '' ? undefined : elide(code, NAME_LENGTH);
  // The number of a DOMException repeats its name, in a numbering that nobody uses any more.
  if (typeof code !== 'number' || isDomException(error)) return undefined;
  return textOf(code);
};

/** Where the frames of a stack begin; below zero where it has none. */
const firstFrame = ({ message }: Draft, stack: string): number => {
  const at = indexOf(stack, message);
  return indexOf(stack, FIRST_FRAME, at < 0 ? 0 : at + message.length);
};

/** Keeps the frames of a stack whose message is long: they say where, the message is kept elsewhere. */
const shortenHeader = (draft: Draft, stack: string): string => {
  const frames = firstFrame(draft, stack);
  if (frames <= STACK_HEADER_LENGTH) return stack;
  return cut(draft, slice(stack, 0, frames), STACK_HEADER_LENGTH) + slice(stack, frames);
};

const addStack = (draft: Draft, error: object, limits: SnapshotLimits): void => {
  const whole = readText(error, 'stack');
  if (whole === undefined) return;
  const frames = firstFrame(draft, whole);
  const stack = frames < 0 ? whole : withoutRunnerFrames(whole, frames);
  const kept = stack.length > limits.stackLength ? shortenHeader(draft, stack) : stack;
  draft.stack = slice(kept, 0, limits.stackLength);
  if (kept.length > limits.stackLength) draft.truncated = true;
};

/** `actual` and `expected` of an assertion, on the error itself (chai, node:assert) or in Jest's `matcherResult`. */
const addComparison = (draft: Draft, error: object, limits: SnapshotLimits): void => {
  const result = readMember(error, 'matcherResult');
  const source = typeof result === 'object' && result !== null ? result : error;
  const actual = readMember(source, 'actual');
  const expected = readMember(source, 'expected');
  if (actual === undefined && expected === undefined) return;
  const print = (value: unknown): string => {
    // Errors that a runner made plain hold these printed already.
    const text =
      typeof value === 'string' && !isNativeError(error) ? value : printValue(value, limits.printedLength);
    return cut(draft, text, limits.printedLength);
  };
  if (hasMember(source, 'actual')) draft.actual = print(actual);
  if (hasMember(source, 'expected')) draft.expected = print(expected);
};

const hasMember = (value: object, key: string): boolean => {
  try {
    return hasOwn(value, key) || key in value;
  } catch {
    return false;
  }
};

const addProperties = (draft: Draft, error: object, limits: SnapshotLimits): void => {
  const keys = ownKeys(error);
  const properties = bareObject<JsonValue>();
  let count = 0;
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as string;
    if (isPlaced(key) && draft[key as keyof Draft] !== undefined) continue;
    if (key === 'matcherResult' || key === 'stack' || key === 'cause') continue;
    if (count === limits.properties) {
      draft.truncated = true;
      break;
    }
    const value = plainValue(readMember(error, key), limits.propertyLength);
    if (value === undefined) continue;
    properties[elide(key, KEY_LENGTH)] = value;
    count += 1;
  }
  if (count > 0) draft.properties = properties;
};

const addParts = (draft: Draft, error: object, survey: Survey, depth: number): void => {
  const parts = readMember(error, 'errors');
  if (!isArray(parts) || !isErrorLike(readMember(parts, 0))) return;
  const snapshots: ErrorSnapshot[] = [];
  for (let index = 0; index < parts.length; index++) {
    const snapshot =
      index < survey.limits.parts ? snapshotWithin(readMember(parts, index), survey, depth + 1) : undefined;
    if (snapshot === undefined) {
      draft.truncated = true;
      break;
    }
    snapshots[snapshots.length] = snapshot;
  }
  if (snapshots.length > 0) draft.errors = snapshots;
};

const addCause = (draft: Draft, error: object, survey: Survey, depth: number): void => {
  const cause = readMember(error, 'cause');
  if (cause === undefined || cause === null) return;
  const snapshot = snapshotWithin(cause, survey, depth + 1);
  if (snapshot === undefined) draft.truncated = true;
  else draft.cause = snapshot;
};

const snapshotOfError = (error: object, survey: Survey, depth: number): ErrorSnapshot => {
  const { limits } = survey;
  const draft: Draft = { message: '' };
  const name = nameOf(error);
  if (name !== undefined) draft.name = elide(name, NAME_LENGTH);
  const code = codeOf(error);
  if (code !== undefined) draft.code = code;
  draft.message = cut(draft, messageOf(error, limits), limits.messageLength);
  addStack(draft, error, limits);
  addComparison(draft, error, limits);
  addCause(draft, error, survey, depth);
  addParts(draft, error, survey, depth);
  addProperties(draft, error, limits);
  return draft;
};

const snapshotOfThrown = (value: unknown, { limits }: Survey): ErrorSnapshot => {
  const draft: Draft = { message: '', thrownValue: true };
  draft.message =
    typeof value === 'string'
      ? cut(draft, value, limits.messageLength)
      : printValue(value, limits.messageLength);
  if (typeof value !== 'object' || value === null) return draft;
  const code = codeOf(value);
  if (code !== undefined) draft.code = code;
  return draft;
};

/** Undefined where the value was taken already, lies too deep, or is one too many. */
const snapshotWithin = (value: unknown, survey: Survey, depth: number): ErrorSnapshot | undefined => {
  const { limits, taken } = survey;
  if (depth > limits.causeDepth || taken.length >= limits.errors || isTaken(survey, value)) return undefined;
  taken[taken.length] = value;
  return isErrorLike(value) ? snapshotOfError(value, survey, depth) : snapshotOfThrown(value, survey);
};

/**
 * Plain data about anything that was thrown, of whichever realm and however hostile: the class,
 * code, message, stack, causes, parts, an assertion's two sides, and the own properties, each cut
 * to its limit. Control characters stay as they are. Never throws.
 */
export const snapshotError = (
  value: unknown,
  limits: Partial<SnapshotLimits> = DEFAULT_SNAPSHOT_LIMITS,
): ErrorSnapshot => {
  try {
    const survey: Survey = { limits: { ...DEFAULT_SNAPSHOT_LIMITS, ...limits }, taken: [] };
    return snapshotWithin(value, survey, 0) ?? { message: '', truncated: true };
  } catch {
    return { message: '[an error that cannot be read]', truncated: true };
  }
};
