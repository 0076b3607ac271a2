import { areTwoWordings } from '../assertion/two-wordings.js';
import type { Rule } from '../rule.js';

/** How V8 and Node, in one version or another, say that JSON does not parse, a value cannot be used or a module is not there. */
const WORDING =
  /Unexpected (?:token|end of|string|number|identifier)|is not valid JSON|in JSON at position|JSON\.parse|Cannot read propert|is not a function|is not iterable|Expected (?:':'|',' or|property name|double-quoted)|(?:Bad control character|Unterminated string|Expected .{1,30}) in JSON|Cannot destructure|Invalid URL|Cannot find module '|argument must be (?:of type|one of type|an instance of)/i;
const SYSTEM_CODE =
  /\bE(?:NOTFOUND|CONNREFUSED|CONNRESET|AI_AGAIN|NOENT|ACCES|PERM|XIST|ISDIR|NOTDIR|INVAL)\b/;

/** What a message names, which no version of the system words in another way. */
const namesIn = (text: string): string => (text.match(/'[^'\n]{1,200}'/g) ?? []).sort().join();

/** One system error, said of the same thing in two wordings. */
const isOneSystemError = (expected: string, received: string): boolean => {
  const code = SYSTEM_CODE.exec(expected)?.[0];
  if (code === undefined || SYSTEM_CODE.exec(received)?.[0] !== code) return false;
  const [one, other] = [expected.slice(1, -1), received.slice(1, -1)];
  return areTwoWordings(expected, received) && namesIn(one) === namesIn(other);
};

/** The test expects the words of one version of the JavaScript engine, and another version ran it. */
export const engineWording: Rule = {
  id: 'engine-wording',
  keywords: [
    'JSON',
    'Cannot read propert',
    'Unexpected ',
    'Cannot destructure',
    'Invalid URL',
    'Cannot find module',
    'argument must be ',
    'ENOTFOUND',
    'ECONNREFUSED',
    'ECONNRESET',
    'EAI_AGAIN',
    'ENOENT',
    'EACCES',
    'EPERM',
    'EEXIST',
    'EISDIR',
    'ENOTDIR',
    'EINVAL',
  ],
  judge: ({ assertion }) => {
    const expected = assertion?.expected;
    const received = assertion?.received;
    if (expected === undefined || received === undefined || expected === received) return undefined;
    const isEngines = WORDING.test(expected) && WORDING.test(received);
    if (!isEngines && !isOneSystemError(expected, received)) return undefined;
    return {
      category: 'TEST_DESIGN',
      cause: 'stale-expectation',
      weight: 0.84,
      sentence: 'The test expects the wording of another version of the JavaScript engine or of Node.',
    };
  },
};
