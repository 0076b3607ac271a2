import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRanks } from '../../src/statistics/rank-sum.js';
import { seededRandom } from './random.js';

const samples = fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 25 });

/** Every way of splitting the pooled values, counted: the definition of the exact probability. */
const byCounting = (left: readonly number[], right: readonly number[]): number => {
  const all = [...left, ...right];
  const distance = (chosen: readonly number[], rest: readonly number[]) => {
    let u = 0;
    for (const one of chosen) for (const other of rest) u += one > other ? 1 : 0;
    return Math.abs(u - (chosen.length * rest.length) / 2);
  };
  const seen = distance(right, left);
  let asFar = 0;
  let ways = 0;
  for (let mask = 0; mask < 1 << all.length; mask += 1) {
    const chosen = all.filter((_, index) => mask & (1 << index));
    if (chosen.length !== right.length) continue;
    ways += 1;
    if (
      distance(
        chosen,
        all.filter((_, index) => !(mask & (1 << index))),
      ) >= seen
    )
      asFar += 1;
  }
  return asFar / ways;
};

describe('the rank-sum test', () => {
  // Mann and Whitney's table: with 4 and 4 values U = 0 has probability 1/70 on one side.
  it.each([
    [[1, 2, 3, 4], [5, 6, 7, 8], 2 / 70],
    [[1, 2, 3], [4, 5, 6], 2 / 20],
  ])('knows the exact probability of %j against %j', (left, right, probability) => {
    expect(compareRanks(left, right)).toEqual({ superiority: 1, probability });
  });

  it('agrees with counting every split of the values', () => {
    const distinct = fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 4, maxLength: 11 });
    fc.assert(
      fc.property(distinct, fc.integer({ min: 1, max: 3 }), (values, cut) => {
        const left = values.slice(0, cut);
        const right = values.slice(cut);
        expect(compareRanks(left, right).probability).toBeCloseTo(byCounting(left, right), 9);
      }),
    );
  });

  it('is the same from either side, and blind to the scale', () => {
    fc.assert(
      fc.property(samples, samples, (left, right) => {
        const one = compareRanks(left, right);
        const other = compareRanks(right, left);
        expect(one.probability).toBeCloseTo(other.probability, 9);
        expect(one.superiority).toBeCloseTo(1 - other.superiority, 9);
        expect(one.probability).toBeGreaterThan(0);
        expect(one.probability).toBeLessThanOrEqual(1);
        const scaled = compareRanks(
          left.map((value) => value ** 3),
          right.map((value) => value ** 3),
        );
        expect(scaled.probability).toBeCloseTo(one.probability, 9);
      }),
    );
  });

  it('cries wolf about as often as it says', () => {
    const random = seededRandom(7);
    let alarms = 0;
    const draw = () => Array.from({ length: 12 }, () => Math.floor(random() * 1_000));
    for (let round = 0; round < 2_000; round += 1)
      if (compareRanks(draw(), draw()).probability < 0.05) alarms += 1;
    expect(alarms / 2_000).toBeGreaterThan(0.03);
    expect(alarms / 2_000).toBeLessThan(0.065);
  });

  it('tells nothing of an empty sample or of values that are all alike', () => {
    expect(compareRanks([], [1])).toEqual({ superiority: 0.5, probability: 1 });
    expect(compareRanks([5, 5, 5], [5, 5])).toEqual({ superiority: 0.5, probability: 1 });
  });
});
