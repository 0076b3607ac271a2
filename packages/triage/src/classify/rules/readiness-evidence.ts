import type { Rule } from '../rule.js';

/** What is never the code under test; a port or a URL may be. */
const OUTSIDE = new Set(['postgres', 'redis']);

/**
 * A service that a test waited for, and for which nobody answered: `ready` {state, service, reached, what, saw}. What
 * answered and was not well is another matter.
 */
export const readinessEvidence: Rule = {
  id: 'readiness-evidence',
  keywords: ['HOLDFAST_NOT_READY', 'timed out', 'timeout', 'exceeded'],
  judge: (facts) => {
    if (facts.failure.evidence === undefined) return undefined;
    const { state, service, reached, what, probe, saw } = facts.evidence('ready') ?? {};
    if (service !== true || reached !== false || state === 'ready' || typeof what !== 'string')
      return undefined;
    return {
      category: 'ENVIRONMENT',
      cause: 'service-unreachable',
      weight: typeof probe === 'string' && OUTSIDE.has(probe) ? 0.92 : 0.85,
      sentence: `The test waited for ${what}, and nobody answered${typeof saw === 'string' ? ` (${saw})` : ''}.`,
      runtime: true,
    };
  },
};
