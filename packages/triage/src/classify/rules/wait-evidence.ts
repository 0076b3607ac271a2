import type { Rule } from '../rule.js';

/** What a wait was waiting for when the limit struck: `wait` {for}. */
export const waitEvidence: Rule = {
  id: 'wait-evidence',
  keywords: ['timed out', 'timeout'],
  judge: (facts) => {
    const { machine } = facts;
    const wait = facts.evidence('wait');
    if (wait === undefined || (machine?.cpuBusy ?? 0) >= 0.9) return undefined;
    const what = typeof wait.for === 'string' ? wait.for : 'a condition';
    return {
      category: 'BUG',
      cause: 'hang',
      weight: 0.52,
      sentence: `It waited for ${what}, which never came, while the machine had time.`,
      runtime: true,
    };
  },
};
