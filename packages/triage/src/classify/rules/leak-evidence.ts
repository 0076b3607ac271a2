import type { Rule } from '../rule.js';

/** Something that an earlier test left behind was seen near the failure: evidence named `leak.` and what leaked. */
export const leakEvidence: Rule = {
  id: 'leak-evidence',
  judge: ({ failure, assertion }) => {
    const leak = failure.evidence?.find(({ name }) => name.startsWith('leak.'));
    if (leak === undefined) return undefined;
    const what = leak.name.slice('leak.'.length);
    const isState = /environment|global|module|mock|row|table|cwd|timezone/.test(what);
    return {
      category: 'TEST_DESIGN',
      cause: isState ? 'leaked-state' : 'leaked-handle',
      weight: 0.75,
      sentence: `Left behind and still there when it failed: ${what}.`,
      // A handle left open makes no compared value wrong.
      runtime: isState || assertion === undefined,
    };
  },
};
