import type { Rule } from '../rule.js';

/** A stored snapshot differs. Alone this is as often a wanted change as a bug. */
export const snapshotMismatch: Rule = {
  id: 'snapshot-mismatch',
  keywords: ['snapshot'],
  judge: ({ text }) => {
    if (
      !/toMatch(?:Inline|File)?Snapshot|Snapshot `|Snapshot name:|does not match (?:the )?stored snapshot|Snapshot .{0,80}mismatched|to match snapshot|toHaveScreenshot/i.test(
        text,
      )
    )
      return undefined;
    return {
      category: 'TEST_DESIGN',
      cause: 'stale-expectation',
      weight: 0.5,
      sentence: 'A stored snapshot differs from what came: a wanted change that was not stored, or a bug.',
    };
  },
};
