import type { Rule } from '../rule.js';

/** A measured need beside the limit it was given: `budget.time` {limitMs, neededMs}. */
export const budgetEvidence: Rule = {
  id: 'budget-evidence',
  judge: (facts) => {
    const { failure, machine } = facts;
    if (failure.evidence === undefined) return undefined;
    const budget = facts.evidence('budget.time');
    const [limit, needed] = [budget?.limitMs, budget?.neededMs];
    if (typeof limit !== 'number' || typeof needed !== 'number' || needed <= limit) return undefined;
    if ((machine?.cpuBusy ?? 0) >= 0.9) return undefined;
    return {
      category: 'CONFIGURATION',
      cause: 'timeout-budget',
      weight: 0.84,
      sentence: `The step was given ${limit} ms and needs ${needed} ms on this machine.`,
      runtime: true,
    };
  },
};
