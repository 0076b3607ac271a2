import type { Policy, ResolvedPolicy } from './policy.js';

/** What holds where nothing else is said. */
export const DEFAULT_POLICY: ResolvedPolicy = Object.freeze({
  load: 'measured',
  timeMultiplier: 1,
  limits: Object.freeze({ unit: 5_000, integration: 30_000, chaos: 60_000 }),
  retryAttempts: 3,
  passRate: Object.freeze({ target: 0.9, floor: 0.8 }),
  poolSize: null,
  fitLimits: false,
});

/** Environments that exist without being configured. */
export const DEFAULT_ENVIRONMENTS: Readonly<Record<string, Policy>> = Object.freeze({
  ci: Object.freeze({ passRate: Object.freeze({ target: 0.8, floor: 0.7 }) }),
  local: Object.freeze({}),
  'production-validation': Object.freeze({
    load: 5,
    poolSize: 5,
    retryAttempts: 5,
    passRate: Object.freeze({ target: 0.95, floor: 0.9 }),
  }),
});
