import type { Cause, ErrorSnapshot } from '@holdfast/journal';
import { decidingAttempt } from '../classify/deciding-error.js';
import type { Failure } from '../failure.js';
import type { Verdict } from '../verdict.js';
import { POOL, SHARED_THINGS, type SharedThing, VARIABLE } from './shared-causes.data.js';

/** What a failure has in common with others. */
export interface SharedCause {
  /** Failures with the same key share their cause. Stable over runs. */
  readonly key: string;
  /** Headline, where what is shared has a name; else the headline comes from the failures. */
  readonly title: string | undefined;
}

const LONGEST_TEXT = 4_000;
const MOST_ERRORS = 6;

const TRIGGER =
  /\bE[A-Z]{4,}\b|Connection refused|Cannot find|Failed to (?:resolve|load)|Could not resolve|not found|memory|authentication failed|Access denied|pg_hba|duplicate key|unique constraint|already/i;

/** Their texts quote what the product said or held; a thing named there is no shared cause of failing. */
const QUOTING: ReadonlySet<Cause> = new Set(['assertion-mismatch', 'stale-expectation', 'type-error']);

const textOf = (error: ErrorSnapshot): string => {
  const isAlone = error.cause === undefined && error.errors === undefined;
  if (isAlone && error.properties === undefined) return error.message.slice(0, LONGEST_TEXT);
  const parts: string[] = [];
  const collect = (one: ErrorSnapshot): void => {
    if (parts.length >= MOST_ERRORS) return;
    const { properties } = one;
    const place = properties?.address ?? properties?.host ?? properties?.hostname;
    // Node names the address in properties even where a library rewords the message.
    if (one.code !== undefined && typeof place === 'string') {
      parts.push(`${one.code} ${place}${typeof properties?.port === 'number' ? `:${properties.port}` : ''}`);
    }
    parts.push(one.message.slice(0, LONGEST_TEXT));
    if (one.cause !== undefined) collect(one.cause);
    for (const part of one.errors ?? []) collect(part);
  };
  collect(error);
  return parts.join('\n');
};

const named = (thing: SharedThing, text: string): SharedCause | undefined => {
  const match = thing.pattern.exec(text);
  const name = match === null ? undefined : thing.nameOf(match);
  return name === undefined || name === ''
    ? undefined
    : { key: `${thing.kind}:${name}`, title: thing.title(name) };
};

const poolOf = (failure: Failure, text: string): SharedCause | undefined => {
  const evidence = failure.evidence?.find(({ name }) => name.startsWith('pool.'));
  const name = evidence?.data.pool ?? evidence?.data.name;
  if (typeof name === 'string') return { key: `pool:${name}`, title: POOL.title(name) };
  return named(POOL, text);
};

const isComparison = (error: ErrorSnapshot | undefined): boolean =>
  error !== undefined &&
  (error.expected !== undefined || error.actual !== undefined || /Assertion/.test(error.name ?? ''));

const HOOKS: ReadonlySet<string> = new Set(['beforeAll', 'beforeEach', 'afterEach', 'afterAll']);

/** Fingerprint of the error that the product threw beside the test, and that the test failed from. */
const uncaughtBeside = ({ evidence }: Failure): string | undefined => {
  const fingerprint = evidence?.find(({ name }) => name === 'error.uncaught')?.data.fingerprint;
  return typeof fingerprint === 'string' ? fingerprint : undefined;
};

/** What this failure shares with others like it: a named thing, else the hook it died in, else its fingerprint. */
export const sharedCause = (failure: Failure, verdict: Verdict, fingerprint: string): SharedCause => {
  const attempt = decidingAttempt(failure);
  const error = attempt?.errors[0];
  const uncaught = verdict.cause === 'unhandled-rejection' ? uncaughtBeside(failure) : undefined;
  if (uncaught !== undefined) return { key: `shape:${uncaught}`, title: undefined };
  if (error !== undefined && !QUOTING.has(verdict.cause)) {
    const text = textOf(error);
    if (verdict.cause === 'pool-exhausted') {
      const pool = poolOf(failure, text);
      if (pool !== undefined) return pool;
    }
    if (verdict.cause === 'missing-env-var') {
      const variable = named(VARIABLE, text);
      if (variable !== undefined) return variable;
    }
    if (TRIGGER.test(text)) {
      for (const thing of SHARED_THINGS) {
        const found = named(thing, text);
        if (found !== undefined) return found;
      }
    }
  }
  if (
    attempt !== undefined &&
    HOOKS.has(attempt.phase) &&
    failure.file !== undefined &&
    failure.line !== undefined
  ) {
    return {
      key: `hook:${failure.file}:${attempt.phase}:${failure.line}`,
      title: `${attempt.phase} in ${failure.file} fails`,
    };
  }
  // Two comparisons may differ in their numbers alone and have nothing in common: there the line tells them apart.
  const isPlain = verdict.category === 'UNKNOWN' || QUOTING.has(verdict.cause);
  const line = isPlain && failure.line !== undefined ? `:${failure.line}` : '';
  // Nor has a status that should have been 401 anything in common with one that should have been 404.
  const cause = !isPlain && isComparison(error) ? `:${verdict.cause}` : '';
  return { key: `shape:${fingerprint}${line}${cause}`, title: undefined };
};
