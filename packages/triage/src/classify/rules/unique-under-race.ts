import type { Rule } from '../rule.js';

const AT_ONCE =
  /\brac(?:e|es|ing)\b|concurren|in parallel|simultaneous|at the same time|at once|idempoten|upsert|twice|retr(?:y|ies)/;

/** Two rows of one key where the test is about things done twice or at once: the product may be what made both. */
export const uniqueUnderRace: Rule = {
  id: 'unique-under-race',
  keywords: ['duplicate key', 'nique constraint', '23505', 'Duplicate entry', 'E11000', 'P2002'],
  judge: ({ place, userFrame }) =>
    userFrame?.owner === 'product' && AT_ONCE.test(place)
      ? {
          category: 'BUG',
          cause: 'race-in-product',
          weight: 0.5,
          sentence: 'The product wrote one key twice in a test of what happens twice or at once.',
        }
      : undefined,
};
