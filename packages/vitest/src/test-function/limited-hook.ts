import { OUTSIDE_LIMIT_MS, runWithin, startLimit, usedNames } from '@holdfast/fixtures/adapter';
import { workerConfig } from '../limits/fit-default-limits.js';
import { LONGEST_MS } from './keep-limit.js';
import { timeoutError } from './timeout-error.js';

type Body = (...values: never[]) => unknown;

interface Context {
  readonly scope: Parameters<typeof runWithin>[0];
}

/** A hook whose limit Holdfast keeps, as Vitest's `beforeEach` and `afterEach` take it: with the limit behind it. */
export const limitedHook = (body: Body, timeoutMs: number | undefined): readonly [Body, number] => {
  const { hookTimeout } = workerConfig();
  const limitMs = timeoutMs ?? (typeof hookTimeout === 'number' ? hookTimeout : 0);
  const place = new Error('defined here');
  const limited = function (this: unknown, ...values: never[]): unknown {
    const [context] = values as unknown as [Context];
    const timedOut = (ms: number): Error => timeoutError('hook', ms, place);
    const limit = startLimit(context.scope, limitMs);
    return runWithin(context.scope, limit, { isStrict: true, timedOut }, () => body.apply(this, values));
  };
  limited.toString = () => `({ ${[...(usedNames(body) ?? []), 'scope'].join(', ')} }) => {}`;
  const hasLimit = limitMs > 0 && limitMs !== Number.POSITIVE_INFINITY;
  return [limited, hasLimit ? Math.min(limitMs + OUTSIDE_LIMIT_MS, LONGEST_MS) : limitMs];
};
