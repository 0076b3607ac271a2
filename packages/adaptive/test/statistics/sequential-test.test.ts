import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedSamples, judgeSequence, type SequentialPlan } from '../../src/statistics/sequential-test.js';
import { seededRandom } from './random.js';

const RUNS = 4_000;

/** Verdicts and mean number of samples of many simulated tests. */
const simulate = (rate: number, plan: SequentialPlan, seed: number) => {
  const random = seededRandom(seed);
  const counts = { good: 0, bad: 0, undecided: 0 };
  let samples = 0;
  for (let run = 0; run < RUNS; run++) {
    let successes = 0;
    let failures = 0;
    let verdict = judgeSequence(0, 0, plan);
    while (verdict === 'undecided' && successes + failures < 5_000) {
      if (random() < rate) successes += 1;
      else failures += 1;
      verdict = judgeSequence(successes, failures, plan);
    }
    counts[verdict] += 1;
    samples += successes + failures;
  }
  return { ...counts, samples: samples / RUNS };
};

const plans: SequentialPlan[] = [
  { good: 0.95, bad: 0.85, error: 0.05 },
  { good: 0.99, bad: 0.9, error: 0.01 },
  { good: 0.6, bad: 0.4, error: 0.1 },
  { good: 0.2, bad: 0.05, error: 0.05 },
];
/** Three standard errors of a share that is seen in so many runs. */
const slack = (share: number): number => 3 * Math.sqrt((share * (1 - share)) / RUNS);

describe('the sequential test', () => {
  it.each(plans)(
    'calls a bad rate good, and a good one bad, no more often than $error (good $good, bad $bad)',
    (plan) => {
      expect(simulate(plan.bad, plan, 1).good / RUNS).toBeLessThanOrEqual(plan.error + slack(plan.error));
      expect(simulate(plan.good, plan, 2).bad / RUNS).toBeLessThanOrEqual(plan.error + slack(plan.error));
    },
  );

  it.each(plans)('needs about as many samples as Wald says (good $good, bad $bad)', (plan) => {
    for (const rate of [plan.good, plan.bad]) {
      const { samples } = simulate(rate, plan, 3);
      expect(samples / expectedSamples(rate, plan)).toBeGreaterThan(0.6);
      expect(samples / expectedSamples(rate, plan)).toBeLessThan(1.6);
    }
  });

  it('knows a rate of 1 as well: one failure is enough', () => {
    const plan = { good: 1, bad: 0.9, error: 0.05 };
    expect(judgeSequence(3, 1, plan)).toBe('bad');
    expect(judgeSequence(100, 0, plan)).toBe('good');
    expect(judgeSequence(3, 0, plan)).toBe('undecided');
  });

  it('has decided nothing before the first sample, and a success never speaks against', () => {
    const order = ['bad', 'undecided', 'good'];
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), fc.constantFrom(...plans), (successes, failures, plan) => {
        expect(judgeSequence(0, 0, plan)).toBe('undecided');
        const before = order.indexOf(judgeSequence(successes, failures, plan));
        expect(order.indexOf(judgeSequence(successes + 1, failures, plan))).toBeGreaterThanOrEqual(before);
        expect(order.indexOf(judgeSequence(successes, failures + 1, plan))).toBeLessThanOrEqual(before);
      }),
    );
  });
});
