import type { Facts } from '../facts.js';
import type { Opinion, Rule } from '../rule.js';

/** An error that no test and no code of the product waited for: `error.unhandled`, or a row of that kind. */
export const unhandledError: Rule = {
  id: 'unhandled-error',
  judge: (facts) => {
    const { failure, phase } = facts;
    if (failure.kind !== 'unhandled' && facts.evidence('error.unhandled') === undefined) return undefined;
    // What comes after the end has a rule of its own.
    return phase === 'after-end' ? undefined : byOwner(facts);
  },
};

const byOwner = (facts: Facts): Opinion | undefined => {
  const { assertion, text, topFrame } = facts;
  const isProduct = topFrame?.owner === 'product';
  // A product has assertions of its own; a test's fails in the test's code.
  if (!isProduct && (assertion !== undefined || /AssertionError/.test(text))) {
    // Thrown in a callback, it says what any assertion says: the test may well have waited for its answer.
    if (facts.evidence('error.unhandled')?.origin === 'exception') return undefined;
    return {
      category: 'TEST_DESIGN',
      cause: 'missing-await',
      weight: 0.84,
      sentence:
        'An assertion on a promise failed and nobody awaited it: the test went on without its answer.',
      runtime: true,
    };
  }
  if (!isProduct) return undefined;
  return {
    category: 'BUG',
    cause: 'unhandled-rejection',
    weight: 0.72,
    sentence:
      facts.evidence('error.unhandled')?.origin === 'exception'
        ? 'The product threw in a callback, where nothing could catch it.'
        : 'The product started work that failed, and neither waited for it nor caught its error.',
    runtime: true,
  };
};
