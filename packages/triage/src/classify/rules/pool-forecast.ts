import type { Rule } from '../rule.js';
import { isHeldUp } from './pool-evidence.js';

/**
 * The arithmetic of a pool said beforehand that checkouts would time out, and one did: `pool.forecast` {pool, tasks,
 * timedOut, text}, `pool.checkout` {pool, limitMs} of the same pool.
 */
export const poolForecast: Rule = {
  id: 'pool-forecast',
  keywords: ['HOLDFAST_POOL_CHECKOUT_TIMED_OUT', 'timed out', 'timeout'],
  judge: (facts) => {
    if (facts.failure.evidence === undefined) return undefined;
    const forecast = facts.evidence('pool.forecast');
    const checkout = facts.evidence('pool.checkout');
    const { timedOut, text } = forecast ?? {};
    if (typeof timedOut !== 'number' || timedOut < 1 || checkout?.pool !== forecast?.pool) return undefined;
    const limit = typeof checkout?.limitMs === 'number' ? checkout.limitMs : undefined;
    if (limit === undefined || isHeldUp(facts.evidence('pool.statistics'), limit)) return undefined;
    return {
      category: 'CONFIGURATION',
      cause: 'pool-exhausted',
      weight: 0.88,
      sentence:
        typeof text === 'string'
          ? `It was foreseeable. ${text}`
          : `It was foreseeable: ${timedOut} of ${String(forecast?.tasks)} checkouts had to time out.`,
      runtime: true,
    };
  },
};
