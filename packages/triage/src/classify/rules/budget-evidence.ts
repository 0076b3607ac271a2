import type { Rule } from '../rule.js';

/** A limit that is too short shows as one that struck, or as a measured duration. */
const ABOUT_TIME = /time(?:d)?[ -]?out|deadline|time limit|elapsed|duration|took|\d ?ms\b|too slow/i;

/** A measured need beside the limit it was given: `budget.time` {limitMs, neededMs}. */
export const budgetEvidence: Rule = {
  id: 'budget-evidence',
  needs: 'evidence',
  judge: (facts) => {
    const budget = facts.evidence('budget.time');
    const [limit, needed] = [budget?.limitMs, budget?.neededMs];
    if (typeof limit !== 'number' || typeof needed !== 'number' || needed <= limit) return undefined;
    if ((facts.machine?.cpuBusy ?? 0) >= 0.9 || !ABOUT_TIME.test(facts.text)) return undefined;
    return {
      category: 'CONFIGURATION',
      cause: 'timeout-budget',
      weight: 0.84,
      sentence: `The step was given ${limit} ms and needs ${needed} ms on this machine.`,
      runtime: true,
    };
  },
};
