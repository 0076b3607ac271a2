import type { JsonValue } from '@holdfast/journal';
import type { Facts } from '../facts.js';

/** What helpers told of a time limit that struck, as far as it has the right shape. */
export interface LimitFacts {
  /** A monitor watched: whether others kept the machine so busy that it may be to blame, and why. */
  readonly monitor: { readonly overloaded: boolean; readonly reason: string | undefined } | undefined;
  /** What was waited for came after all, or the work ended after all: so long would have been enough. */
  readonly needed: { readonly limitMs: number; readonly neededMs: number } | undefined;
  /** What was waited for in vain, and not after the limit either. */
  readonly neverCame: string | undefined;
  /** The condition of that wait could not even be evaluated: the last error of it. */
  readonly brokenCondition: string | undefined;
  /** The limit had been fitted to the machine: `limit 5,000 ms fitted to 11,400 ms: speed 0.8, load 1.8`. */
  readonly fitted: string | undefined;
  /** As far as is known; true also where the machine of that moment asked for no other limit. */
  readonly wasFitted: boolean;
}

const numberOf = (value: JsonValue | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;
const textOf = (value: JsonValue | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

const neededOf = (facts: Facts): LimitFacts['needed'] => {
  const late = facts.evidence('wait.late');
  const exceeded = facts.evidence('time.exceeded');
  const [limit, needed] =
    late !== undefined
      ? [late.limitMs, late.trueAfterMs]
      : exceeded?.ended === true
        ? [exceeded.limitMs, exceeded.elapsedMs]
        : [];
  const limitMs = numberOf(limit);
  const neededMs = numberOf(needed);
  return limitMs === undefined || neededMs === undefined || neededMs <= limitMs
    ? undefined
    : { limitMs: Math.round(limitMs), neededMs: Math.round(neededMs) };
};

/** Names that nothing gives a value to while a test waits. */
const NOT_DEFINED = /^ReferenceError\b|\bis not defined$/;

const fittedOf = (facts: Facts): string | undefined => {
  const budgets = facts.failure.evidence?.filter(
    ({ name, data }) => name === 'budget' && data.what === 'limit' && typeof data.reason === 'string',
  );
  return textOf(budgets?.at(-1)?.data.text);
};

/** A wait of Holdfast's own fits its limit, whatever came of it: no slow machine is to blame for what struck. */
const isFittedWait = (facts: Facts): boolean =>
  facts.codes.has('HOLDFAST_WAIT_TIMED_OUT') && numberOf(facts.evidence('wait')?.askedMs) !== undefined;

/** Reads the evidence around a limit; undefined where there is none, so that nothing is paid for it. */
export const limitFacts = (facts: Facts): LimitFacts | undefined => {
  if (facts.failure.evidence === undefined) return undefined;
  const resources = facts.evidence('resources');
  const wait = facts.evidence('wait');
  const lastError = textOf(wait?.lastError);
  const isBroken = lastError !== undefined && NOT_DEFINED.test(lastError);
  const reasons = resources?.reasons;
  const fitted = fittedOf(facts);
  return {
    monitor:
      typeof resources?.overloaded === 'boolean'
        ? {
            overloaded: resources.overloaded,
            reason: Array.isArray(reasons) ? textOf(reasons[0] as JsonValue | undefined) : undefined,
          }
        : undefined,
    needed: neededOf(facts),
    neverCame: wait === undefined ? undefined : (textOf(wait.for) ?? 'a condition'),
    brokenCondition: isBroken ? lastError : undefined,
    fitted,
    wasFitted: fitted !== undefined || isFittedWait(facts),
  };
};
