import { describe, expect, it } from 'vitest';
import { folderPassRates, passRates } from '../../src/report/pass-rates.js';

const counts = (entries: Record<string, readonly [passed: number, failed: number]>) =>
  new Map(Object.entries(entries).map(([name, [passed, failed]]) => [name, { passed, failed }]));

describe('passRates', () => {
  it('lists the best first, and names without an executed test not at all', () => {
    const rates = passRates(counts({ a: [1, 1], b: [3, 0], c: [0, 0], d: [0, 2] }));
    expect(rates.map(({ name, rate }) => [name, rate])).toEqual([
      ['b', 1],
      ['a', 0.5],
      ['d', 0],
    ]);
  });
});

describe('folderPassRates', () => {
  it('takes every folder where they are few', () => {
    const rates = folderPassRates(counts({ 'tests/unit': [2, 0], 'tests/unit/deep': [1, 1] }));
    expect(rates.map(({ name }) => name)).toEqual(['tests/unit', 'tests/unit/deep']);
  });

  it('folds folders together at the deepest level that leaves at most twenty', () => {
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `packages/p${index % 6}/test/part${index}`,
        [1, index % 2] as const,
      ]),
    );
    const rates = folderPassRates(counts(many));
    expect(rates.map(({ name }) => name).sort()).toEqual(
      Array.from({ length: 6 }, (_, index) => `packages/p${index}/test`),
    );
    expect(rates.reduce((sum, { passed }) => sum + passed, 0)).toBe(60);
  });

  it('does not fold below the first level that tells folders apart', () => {
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`tests/area${index}/x`, [1, 0] as const]),
    );
    expect(folderPassRates(counts(many))).toHaveLength(40);
  });
});
