import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRate, samplesToTell } from '../../src/statistics/compare-rate.js';
import { normalQuantile } from '../../src/statistics/normal-quantile.js';
import { wilsonInterval } from '../../src/statistics/wilson-interval.js';
import { drawSuccesses, seededRandom } from './random.js';

describe('the normal quantile', () => {
  it.each([
    [0.5, 0],
    [0.975, 1.959963985],
    [0.95, 1.644853627],
    [0.995, 2.575829304],
    [0.9995, 3.290526731],
    [0.01, -2.326347874],
  ])('of %d is %d', (probability, value) => {
    expect(normalQuantile(probability)).toBeCloseTo(value, 7);
  });

  it('is odd around one half and grows', () => {
    const probabilities = fc.double({ min: 0.0001, max: 0.9999, noNaN: true });
    fc.assert(
      fc.property(probabilities, probabilities, (left, right) => {
        expect(normalQuantile(1 - left)).toBeCloseTo(-normalQuantile(left), 6);
        if (left < right - 1e-6) expect(normalQuantile(left)).toBeLessThan(normalQuantile(right));
      }),
    );
  });
});

describe('the Wilson interval', () => {
  // Published figures: Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %d in %d is from %d to %d', (successes, total, lower, upper) => {
    const interval = wilsonInterval(successes, total, 0.95);
    expect(interval.lower).toBeCloseTo(lower, 4);
    expect(interval.upper).toBeCloseTo(upper, 4);
  });

  it('holds the rate seen, stays between 0 and 1 and is mirrored by failures', () => {
    const counts = fc.tuple(fc.nat(2_000), fc.nat(2_000)).filter(([left, right]) => left + right > 0);
    fc.assert(
      fc.property(
        counts,
        fc.double({ min: 0.5, max: 0.9999, noNaN: true }),
        ([successes, failures], confidence) => {
          const total = successes + failures;
          const { lower, upper } = wilsonInterval(successes, total, confidence);
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(upper).toBeLessThanOrEqual(1);
          expect(lower).toBeLessThanOrEqual(successes / total + 1e-12);
          expect(upper).toBeGreaterThanOrEqual(successes / total - 1e-12);
          const mirrored = wilsonInterval(failures, total, confidence);
          expect(mirrored.lower).toBeCloseTo(1 - upper, 10);
        },
      ),
    );
  });

  it.each([
    [10, 0.9],
    [30, 0.5],
    [50, 0.98],
    [200, 0.8],
    [100, 0.05],
  ])('of %d samples covers a true rate of %d about as often as it says', (samples, rate) => {
    const random = seededRandom(samples * 1_000 + rate * 100);
    const runs = 20_000;
    let covered = 0;
    for (let run = 0; run < runs; run++) {
      const { lower, upper } = wilsonInterval(drawSuccesses(random, samples, rate), samples, 0.95);
      if (lower <= rate && rate <= upper) covered += 1;
    }
    // Counts are whole, so coverage wavers around 95 %: 50 samples at 0.98 are covered in 92.16 % exactly.
    expect(covered / runs).toBeGreaterThan(0.91);
    expect(covered / runs).toBeLessThan(0.99);
  });
});

it('covers 95 % of all rates on average', () => {
  const random = seededRandom(11);
  const runs = 40_000;
  let covered = 0;
  for (let run = 0; run < runs; run++) {
    const rate = random();
    const { lower, upper } = wilsonInterval(drawSuccesses(random, 40, rate), 40, 0.95);
    if (lower <= rate && rate <= upper) covered += 1;
  }
  expect(covered / runs).toBeGreaterThan(0.94);
  expect(covered / runs).toBeLessThan(0.965);
});

describe('a comparison with a threshold', () => {
  const at = { threshold: 0.9, confidence: 0.95 };

  it('has three outcomes', () => {
    expect(compareRate(990, 1_000, at)).toMatchObject({ verdict: 'above' });
    expect(compareRate(600, 1_000, at)).toMatchObject({ verdict: 'below' });
    expect(compareRate(9, 10, at)).toMatchObject({ verdict: 'cannot-tell', samplesNeeded: undefined });
    expect(compareRate(0, 0, at)).toMatchObject({ verdict: 'cannot-tell', interval: { lower: 0, upper: 1 } });
  });

  it('says how many samples would do, no fewer and no more', () => {
    const rates = fc.double({ min: 0, max: 1, noNaN: true });
    const thresholds = fc.double({ min: 0.05, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(rates, thresholds, (rate, threshold) => {
        fc.pre(Math.abs(rate - threshold) > 0.01);
        const needed = samplesToTell(rate, threshold, 0.95) ?? 0;
        const verdict = (total: number) => {
          const { lower, upper } = wilsonInterval(rate * total, total, 0.95);
          return lower >= threshold || upper < threshold;
        };
        expect(verdict(needed)).toBe(true);
        if (needed > 1) expect(verdict(needed - 1)).toBe(false);
      }),
    );
  });

  it('is seldom sure of the wrong side', () => {
    const random = seededRandom(7);
    let wrong = 0;
    for (let run = 0; run < 20_000; run++) {
      if (compareRate(drawSuccesses(random, 60, 0.9), 60, at).verdict === 'below') wrong += 1;
    }
    expect(wrong / 20_000).toBeLessThan(0.05);
  });
});
