import type { JsonValue } from '@holdfast/journal';
import type { Rule } from '../rule.js';

const numberOf = (value: JsonValue | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

/** A pool that has nothing left shows as waiting. It makes no value wrong and no member missing. */
const WAITED = /time(?:d)?[ -]?out|deadline|pool|acquir|check-?out|connection|exhaust|too many|waited/i;

/**
 * Whether nothing came back to the pool during a whole wait, though its operations end in a fraction of it: then more
 * places would not help, because something hangs or does not give back what it took.
 */
export const isHeldUp = (
  statistics: Readonly<Record<string, JsonValue>> | undefined,
  limitMs: number | undefined,
): boolean => {
  const [held, operation] = [numberOf(statistics?.heldMs), numberOf(statistics?.operationMs)];
  if (held === undefined || operation === undefined || limitMs === undefined) return false;
  return held >= limitMs && operation * 10 <= limitMs;
};

/**
 * What a pool told of itself near the failure: `pool.statistics` {size, busy, waiting},
 * `pool.checkout` {waitedMs, limitMs}.
 */
export const poolEvidence: Rule = {
  id: 'pool-evidence',
  needs: 'evidence',
  judge: (facts) => {
    const checkout = facts.evidence('pool.checkout');
    const statistics = facts.evidence('pool.statistics');
    const waited = numberOf(checkout?.waitedMs);
    const limit = numberOf(checkout?.limitMs);
    const [size, busy, waiting] = [statistics?.size, statistics?.busy, statistics?.waiting].map(numberOf);
    const late = waited !== undefined && limit !== undefined && waited >= limit;
    const full = size !== undefined && busy !== undefined && (waiting ?? 0) > 0 && busy >= size;
    if ((!late && !full) || !WAITED.test(facts.text) || isHeldUp(statistics, limit)) return undefined;
    return {
      category: 'CONFIGURATION',
      cause: 'pool-exhausted',
      weight: full ? 0.85 : 0.75,
      sentence: full
        ? `All ${size} places of the pool were taken and ${waiting} more were waiting.`
        : `A check-out waited ${waited} ms, its whole limit.`,
      runtime: true,
    };
  },
};
