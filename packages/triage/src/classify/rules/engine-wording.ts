import type { Rule } from '../rule.js';

/** How V8, in one version or another, says that JSON does not parse or a value cannot be used. */
const WORDING =
  /Unexpected (?:token|end of|string|number|identifier)|is not valid JSON|in JSON at position|JSON\.parse|Cannot read propert|is not a function|is not iterable|Expected (?:':'|',' or|property name|double-quoted)|(?:Bad control character|Unterminated string|Expected .{1,30}) in JSON/i;

/** The test expects the words of one version of the JavaScript engine, and another version ran it. */
export const engineWording: Rule = {
  id: 'engine-wording',
  keywords: ['JSON', 'Cannot read propert', 'Unexpected '],
  judge: ({ assertion }) => {
    const [expected, received] = [assertion?.expected, assertion?.received];
    if (expected === undefined || received === undefined || expected === received) return undefined;
    if (!WORDING.test(expected) || !WORDING.test(received)) return undefined;
    return {
      category: 'TEST_DESIGN',
      cause: 'stale-expectation',
      weight: 0.84,
      sentence: 'The test expects the wording of another version of the JavaScript engine.',
    };
  },
};
