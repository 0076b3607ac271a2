import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateDifference } from '../../src/statistics/rate-difference.js';

describe('the difference of two rates', () => {
  // Published figures: Newcombe, Statistics in Medicine 17 (1998), 873-890, table II, method 10.
  it.each([
    [48, 80, 56, 70, 0.0524, 0.3339],
    [3, 10, 9, 10, 0.1705, 0.809],
    [0, 10, 10, 10, 0.6075, 1],
  ])('from %d of %d to %d of %d lies between %d and %d', (s1, n1, s2, n2, lower, upper) => {
    const difference = rateDifference({ successes: s1, total: n1 }, { successes: s2, total: n2 }, 0.95);
    expect(difference.lower).toBeCloseTo(lower, 3);
    expect(difference.upper).toBeCloseTo(upper, 3);
    expect(difference.isSure).toBe(true);
  });

  it('is mirrored by turning before and after round, and holds what was seen', () => {
    const tally = fc
      .tuple(fc.nat(200), fc.nat(200))
      .filter(([successes, failures]) => successes + failures > 0)
      .map(([successes, failures]) => ({ successes, total: successes + failures }));
    fc.assert(
      fc.property(tally, tally, (before, after) => {
        const there = rateDifference(before, after, 0.95);
        const back = rateDifference(after, before, 0.95);
        expect(there.lower).toBeCloseTo(-back.upper, 9);
        expect(there.isSure).toBe(back.isSure);
        expect(there.lower).toBeLessThanOrEqual(there.difference + 1e-12);
        expect(there.upper).toBeGreaterThanOrEqual(there.difference - 1e-12);
      }),
    );
  });

  it('is never sure where one side has no sample', () => {
    const none = { successes: 0, total: 0 };
    expect(rateDifference(none, { successes: 9, total: 9 }, 0.95).isSure).toBe(false);
  });
});
