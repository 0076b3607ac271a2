import type { Rule } from '../rule.js';

/** Packages of runners and of what renders for tests; matchers throw for other reasons. */
const TOOL_FILE =
  /node_modules\/(?:\.pnpm\/[^/]+\/node_modules\/)?(?:@?jest(?!-(?:dom|extended))[\w-]*|@vitest|vitest|vite-node|mocha|ts-jest|@vue\/test-utils|@testing-library|enzyme[\w-]*|react-test-renderer|@angular\/\w+\/testing)\//;

export const toolsAtOdds: Rule = {
  id: 'tools-at-odds',
  keywords: ['is not a function', 'Cannot read propert', 'is not a constructor', 'on proxy: trap'],
  judge: ({ name, text, frames }) => {
    if (
      name !== 'TypeError' ||
      !/is not a (?:function|constructor)|Cannot read propert|on proxy: trap/.test(text)
    )
      return undefined;
    const first = frames.find(({ owner }) => owner !== 'node' && owner !== 'unknown');
    if (!TOOL_FILE.test(first?.file ?? '') || frames.some(({ owner }) => owner === 'product'))
      return undefined;
    // What a test calls wrongly is the test's own fault; the tools that render for it are called by tests alone.
    if (first?.owner === 'runner' && frames.some(({ owner }) => owner === 'test')) return undefined;
    return {
      category: 'CONFIGURATION',
      cause: 'version-mismatch',
      weight: first?.owner === 'runner' ? 0.72 : 0.62,
      sentence:
        'One part of the test tools calls what another part does not have: their versions do not fit.',
    };
  },
};
