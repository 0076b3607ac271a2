import {
  MISTAKE_NAMES,
  TRANSIENT_CODES,
  TRANSIENT_MESSAGES,
  TRANSIENT_NAMES,
  TRANSIENT_STATUS,
} from './transient-signs.data.js';

interface ErrorShape {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly status?: unknown;
  readonly statusCode?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
  readonly matcherResult?: unknown;
}

const DEEPEST = 5;

const kindIn = <Sign>(
  table: Readonly<Record<string, readonly Sign[]>>,
  holds: (sign: Sign) => boolean,
): string | undefined => Object.entries(table).find(([, signs]) => signs.some(holds))?.[0];

/** Node's `fetch` wraps what went wrong with the network in a TypeError. */
const isFailedFetch = ({ name, message, cause }: ErrorShape): boolean =>
  name === 'TypeError' &&
  (message === 'fetch failed' || message === 'terminated') &&
  typeof cause === 'object';

const isMistake = (error: ErrorShape): boolean =>
  error.matcherResult !== undefined ||
  error.code === 'ERR_ASSERTION' ||
  (typeof error.name === 'string' && MISTAKE_NAMES.includes(error.name) && !isFailedFetch(error));

const ownKind = ({ code, name, message, status, statusCode }: ErrorShape): string | undefined =>
  kindIn(TRANSIENT_CODES, (sign) => sign === code) ??
  kindIn(TRANSIENT_NAMES, (sign) => sign === name) ??
  kindIn(TRANSIENT_STATUS, (sign) => sign === status || sign === statusCode) ??
  kindIn(TRANSIENT_MESSAGES, (sign) => typeof message === 'string' && sign.test(message));

/** An error and what it was made of. */
const family = (error: unknown, depth = 0): ErrorShape[] => {
  if (typeof error !== 'object' || error === null || depth > DEEPEST) return [];
  const shape = error as ErrorShape;
  const parts = Array.isArray(shape.errors) ? shape.errors.slice(0, DEEPEST) : [];
  return [shape, ...[shape.cause, ...parts].flatMap((part) => family(part, depth + 1))];
};

/**
 * The kind of passing trouble that an error is of: network, time-out, pool checkout, lock or rate limit. Undefined
 * for everything else, and always where an assertion, a TypeError, a ReferenceError or a SyntaxError is in it: these
 * are mistakes, not bad luck. Goes by code, name, status and message, never by class.
 */
export const transientKind = (error: unknown): string | undefined => {
  const errors = family(error);
  if (errors.some(isMistake)) return undefined;
  return errors.map(ownKind).find((kind) => kind !== undefined);
};
