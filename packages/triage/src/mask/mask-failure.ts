import type { ErrorSnapshot, JsonValue } from '@holdfast/journal';
import type { Attempt, Evidence, Failure } from '../failure.js';
import type { Mask } from './create-mask.js';
import { MASK } from './secret-shapes.data.js';

const DEEPEST = 8;
const SECRET_KEY =
  /passw(?:or)?d|passphrase|secret|token|api[-_]?key|access[-_]?key|private[-_]?key|credential|^authorization$|cookie/i;

/** A plain value with every string masked; a string under a key that sounds secret goes altogether. */
export const maskValue = (value: JsonValue, mask: Mask, depth = 0): JsonValue => {
  if (typeof value === 'string') return mask(value);
  if (value === null || typeof value !== 'object') return value;
  if (depth >= DEEPEST) return '[too deep]';
  if (Array.isArray(value)) return value.map((item: JsonValue) => maskValue(item, mask, depth + 1));
  const masked: Record<string, JsonValue> = {};
  for (const [key, member] of Object.entries(value)) {
    const isSecret = (typeof member === 'string' || Array.isArray(member)) && SECRET_KEY.test(key);
    masked[mask(key)] = isSecret ? MASK : maskValue(member, mask, depth + 1);
  }
  return masked;
};

/** An error with all its texts masked, causes and parts included; deeper than 8 levels is left out. */
export const maskError = (error: ErrorSnapshot, mask: Mask, depth = 0): ErrorSnapshot => {
  const { name, code, message, stack, expected, actual, properties, cause, errors } = error;
  const goesOn = depth < DEEPEST;
  return {
    ...(name === undefined ? {} : { name: mask(name) }),
    ...(code === undefined ? {} : { code: mask(code) }),
    message: mask(message),
    ...(stack === undefined ? {} : { stack: mask(stack) }),
    ...(error.thrownValue === true ? { thrownValue: true } : {}),
    ...(expected === undefined ? {} : { expected: mask(expected) }),
    ...(actual === undefined ? {} : { actual: mask(actual) }),
    ...(properties === undefined
      ? {}
      : { properties: maskValue(properties, mask) as { readonly [key: string]: JsonValue } }),
    ...(cause === undefined || !goesOn ? {} : { cause: maskError(cause, mask, depth + 1) }),
    ...(errors === undefined || !goesOn
      ? {}
      : { errors: errors.map((part) => maskError(part, mask, depth + 1)) }),
    ...(error.truncated === true ? { truncated: true } : {}),
  };
};

const maskAttempt = (attempt: Attempt, mask: Mask): Attempt => ({
  ...attempt,
  errors: attempt.errors.map((error) => maskError(error, mask)),
});

const maskEvidence = ({ name, data }: Evidence, mask: Mask): Evidence => ({
  name: mask(name),
  data: maskValue(data, mask) as Evidence['data'],
});

/** A failure without secrets: what is classified, reported and printed. */
export const maskFailure = (failure: Failure, mask: Mask): Failure => ({
  ...failure,
  title: failure.title.map(mask),
  ...(failure.file === undefined ? {} : { file: mask(failure.file) }),
  attempts: failure.attempts.map((attempt) => maskAttempt(attempt, mask)),
  ...(failure.tags === undefined ? {} : { tags: failure.tags.map(mask) }),
  ...(failure.evidence === undefined
    ? {}
    : { evidence: failure.evidence.map((evidence) => maskEvidence(evidence, mask)) }),
});
