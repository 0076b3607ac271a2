import type { Rule } from '../rule.js';

/** A service accepts the credentials elsewhere and not on CI, where secrets are often not given to a run. */
export const refusedOnCi: Rule = {
  id: 'refused-on-ci',
  keywords: ['Unauthorized', 'Forbidden', 'credentials', 'uthenticat', ' 401', ' 403', 'Access denied'],
  judge: ({ text, observed, assertion }) => {
    if (observed.failsOnlyOnCI !== true || assertion !== undefined) return undefined;
    if (
      !/\b(?:Unauthorized|Forbidden|Bad credentials|not authenticated|authentication (?:failed|required)|access denied)\b|(?:status|code|HTTP\S*|:) 40[13]\b/i.test(
        text,
      )
    )
      return undefined;
    return {
      category: 'CONFIGURATION',
      cause: 'credentials',
      weight: 0.72,
      sentence: 'A service refuses this run on CI alone: the secret that it needs is not given to it there.',
    };
  },
};
