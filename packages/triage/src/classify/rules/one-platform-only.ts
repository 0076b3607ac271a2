import type { Rule } from '../rule.js';

/** The test fails on one platform alone. Weak by itself: the product may be wrong on that platform. */
export const onePlatformOnly: Rule = {
  id: 'one-platform-only',
  needs: 'observed',
  judge: (facts) => {
    const platform = facts.observed.failsOnlyOnPlatform;
    if (platform === undefined) return undefined;
    return {
      category: 'ENVIRONMENT',
      cause: 'platform-difference',
      weight: facts.assertion === undefined ? 0.56 : 0.35,
      sentence: `It fails on ${platform} alone.`,
    };
  },
};
