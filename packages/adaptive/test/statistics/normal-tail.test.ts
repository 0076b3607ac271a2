import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/statistics/normal-quantile.js';
import { normalTail } from '../../src/statistics/normal-tail.js';

describe('the upper tail of the normal distribution', () => {
  // Published tables: Abramowitz and Stegun, "Handbook of Mathematical Functions", table 26.1 and 26.2.
  it.each([
    [0, 0.5],
    [1, 0.15865525],
    [1.96, 0.0249979],
    [2.99999, 0.00134994],
    [3.00001, 0.00134985],
    [5, 2.8665157e-7],
    [10, 7.619853e-24],
  ])('at %d is %d', (z, tail) => {
    expect(normalTail(z) / tail).toBeCloseTo(1, 5);
  });

  it('undoes the quantile, and both sides add up to one', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (probability) => {
        const z = normalQuantile(probability);
        expect(normalTail(-z)).toBeCloseTo(probability, 7);
        expect(normalTail(z) + normalTail(-z)).toBeCloseTo(1, 12);
      }),
    );
  });
});
