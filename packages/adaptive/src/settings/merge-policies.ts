import type { Policy, ResolvedPolicy } from './policy.js';

const defined = <Value extends object>(value: Value): Partial<Value> =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Partial<Value>;

const put = (merged: ResolvedPolicy, layer: Policy): ResolvedPolicy => ({
  ...merged,
  ...(defined(layer) as Partial<ResolvedPolicy>),
  limits: { ...merged.limits, ...defined(layer.limits ?? {}) },
  passRate: { ...merged.passRate, ...defined(layer.passRate ?? {}) },
});

/** The one merge: each later policy replaces what it names, within `limits` and `passRate` too. */
export const mergePolicies = (base: ResolvedPolicy, layers: readonly Policy[]): ResolvedPolicy =>
  layers.reduce(put, base);
