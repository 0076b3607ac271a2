/** Names of all assertions, for whoever registers them before their code is loaded. */
export const MATCHER_NAMES = [
  'toSucceedAtLeast',
  'toFailAtMost',
  'toOverlap',
  'toShowContention',
  'toFinishWithin',
  'toStayWithin',
] as const;

export type MatcherName = (typeof MATCHER_NAMES)[number];
