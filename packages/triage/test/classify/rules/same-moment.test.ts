import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/classify/classify.js';
import { failureOf } from '../failure-of.js';

const judge = (message: string) => {
  const { category, cause } = classify(failureOf({ message, name: 'AssertionError' }));
  return `${category}/${cause}`;
};

describe('two values that were to differ and do not', () => {
  it.each([
    "expected '2026-03-01T06:45:17.000Z' to not deeply equal '2026-03-01T06:45:17.000Z'",
    'expect(received).not.toBe(expected) // Object.is equality\n\nExpected: not 1784092673972',
  ])('are two readings of the clock: %s', (message) => {
    expect(judge(message)).toBe('TEST_DESIGN/time-dependence');
  });

  it('are ids that the product makes of the time', () => {
    expect(judge("expected 'cart-1784092673972' not to be 'cart-1784092673972'")).toBe('BUG/other-bug');
  });

  it('say nothing of the clock where they hold no time', () => {
    const verdict = classify(failureOf({ message: "expected 'cart-17' not to be 'cart-17'" }));
    expect(verdict.evidence.map(({ rule }) => rule)).not.toContain('same-moment');
  });
});
