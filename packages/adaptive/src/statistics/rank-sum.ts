import { normalTail } from './normal-tail.js';

/** Whether the values of one sample tend to be larger than those of another. */
export interface RankComparison {
  /** Chance that a value of `right` is larger than one of `left`, ties counting half; 0.5 where nothing differs. */
  readonly superiority: number;
  /** Chance of a difference as large as this one, either way, if both came from the same source; 0 to 1. */
  readonly probability: number;
}

/** Number of ways in which `left` and `right` values give each rank sum U, by the recurrence of Mann and Whitney. */
const waysBySum = (left: number, right: number): readonly number[] => {
  let table: number[][] = Array.from({ length: right + 1 }, () => [1]);
  for (let m = 1; m <= left; m += 1) {
    const next: number[][] = [[1]];
    for (let n = 1; n <= right; n += 1) {
      const ways = new Array<number>(m * n + 1).fill(0);
      (next[n - 1] ?? []).forEach((count, sum) => {
        ways[sum] = (ways[sum] ?? 0) + count;
      });
      (table[n] ?? []).forEach((count, sum) => {
        ways[sum + n] = (ways[sum + n] ?? 0) + count;
      });
      next.push(ways);
    }
    table = next;
  }
  return table[right] ?? [1];
};

/** Up to this product of sizes the distribution is computed exactly. */
const MOST_EXACT = 400;

const exact = (u: number, left: number, right: number): number => {
  const ways = waysBySum(left, right);
  const all = ways.reduce((sum, count) => sum + count, 0);
  const smaller = Math.min(u, left * right - u);
  const tail = ways.slice(0, Math.floor(smaller) + 1).reduce((sum, count) => sum + count, 0);
  return Math.min(1, (2 * tail) / all);
};

const approximate = (u: number, left: number, right: number, ties: number): number => {
  const total = left + right;
  const variance = ((left * right) / 12) * (total + 1 - ties / (total * (total - 1)));
  if (variance <= 0) return 1;
  // The half takes account of U being a whole number.
  const z = Math.max(0, Math.abs(u - (left * right) / 2) - 0.5) / Math.sqrt(variance);
  return Math.min(1, 2 * normalTail(z));
};

/**
 * Compares two samples by ranks, which a few wild values cannot sway. Exact for small samples without ties, else by the
 * normal approximation with a correction for ties.
 * H. B. Mann and D. R. Whitney, "On a test of whether one of two random variables is stochastically larger than the
 * other", Annals of Mathematical Statistics 18 (1947), 50-60.
 */
export const compareRanks = (left: readonly number[], right: readonly number[]): RankComparison => {
  if (left.length === 0 || right.length === 0) return { superiority: 0.5, probability: 1 };
  const all = [
    ...left.map((value) => ({ value, isRight: false })),
    ...right.map((value) => ({ value, isRight: true })),
  ].sort((one, other) => one.value - other.value);
  let rankSum = 0;
  let ties = 0;
  for (let start = 0; start < all.length; ) {
    let end = start;
    while (end < all.length && all[end]?.value === all[start]?.value) end += 1;
    const rank = (start + 1 + end) / 2;
    for (let index = start; index < end; index += 1) if (all[index]?.isRight) rankSum += rank;
    ties += (end - start) ** 3 - (end - start);
    start = end;
  }
  const u = rankSum - (right.length * (right.length + 1)) / 2;
  const isSmall = left.length * right.length <= MOST_EXACT && ties === 0;
  return {
    superiority: u / (left.length * right.length),
    probability: isSmall
      ? exact(u, left.length, right.length)
      : approximate(u, left.length, right.length, ties),
  };
};
