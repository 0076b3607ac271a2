import { lacksToolMember } from '../lacks-tool-member.js';
import type { Opinion, Rule } from '../rule.js';

/** Packages of runners and of what renders for tests; matchers throw for other reasons. */
const TOOL_FILE =
  /node_modules\/(?:\.pnpm\/[^/]+\/node_modules\/)?(?:@?jest(?!-(?:dom|extended))[\w-]*|@vitest|vitest|vite-node|mocha|ts-jest|@vue\/test-utils|@testing-library|enzyme[\w-]*|react-test-renderer|@angular\/\w+\/testing)\//;

/** A test tool, or what calls it, is of a version that the other does not know. */
export const toolsAtOdds: Rule = {
  id: 'tools-at-odds',
  keywords: ['is not a function', 'Cannot read propert', 'is not a constructor', 'on proxy: trap'],
  judge: (facts) => {
    const { name, text, firstFrame } = facts;
    if (lacksToolMember(text)) return versionsDoNotFit(0.66);
    // What else a tool throws, as a matcher does, it throws on purpose.
    if (name !== 'TypeError' || firstFrame === undefined || !TOOL_FILE.test(firstFrame.file ?? ''))
      return undefined;
    if (!/is not a (?:function|constructor)|Cannot read propert|on proxy: trap/.test(text)) return undefined;
    // The timers of an environment that has been torn down are no other version's.
    if (/(?:run|advance)\w*Timers\w*'? of null|of null \(reading '(?:run|advance)\w*Timers/.test(text))
      return undefined;
    const isRunner = firstFrame.owner === 'runner';
    // What a test calls wrongly is the test's own fault; the tools that render for it are called by tests alone.
    const caller = facts.userFrame?.owner;
    if (caller === 'product' || (isRunner && caller === 'test')) return undefined;
    return versionsDoNotFit(isRunner ? 0.72 : 0.62);
  },
};

const versionsDoNotFit = (weight: number): Opinion => ({
  category: 'CONFIGURATION',
  cause: 'version-mismatch',
  weight,
  sentence: 'One part of the test tools calls what another part does not have: their versions do not fit.',
});
