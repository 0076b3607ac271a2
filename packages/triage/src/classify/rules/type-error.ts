import { missingCompiledImport } from '../compiled-import.js';
import type { Facts } from '../facts.js';
import { lacksToolMember } from '../lacks-tool-member.js';
import { isRendered } from '../rendered.js';
import type { Rule } from '../rule.js';
import { projectPath } from '../stack/project-path.js';

const MISUSE =
  /Cannot (?:read|set) propert(?:y|ies)[^\n]*|[^\n]{0,80} is not (?:a function|iterable|a constructor)|Class constructor [^\n]*|Cannot destructure[^\n]*|(?:null|undefined) is not an object[^\n]*|[^\n]{0,60}must be (?:a|an|of type) [^\n]*/;

/** Failures of the network and of matchers that are TypeErrors by class alone. */
const NOT_A_MISUSE =
  /^(?:TypeError: )?evidence: the |reading 'mock|Class extends value (?:undefined|\[object)|Only absolute URLs|The database connection is not open|Cannot redefine property|fetch failed|Failed to fetch|Network request failed|to expect\(\)|Invalid URL|is not a spy|to be an instance of (?:AbortSignal|Blob|File|FormData|Headers|Event|URLSearchParams)\b/;

/** A value was used in a way its type does not allow. */
export const typeError: Rule = {
  id: 'type-error',
  keywords: [
    'TypeError',
    'is not a function',
    'Cannot read propert',
    'is not iterable',
    'is not a constructor',
    'Cannot set propert',
    "invoked without 'new'",
    'Cannot destructure',
    'is not an object',
    'must be of type',
  ],
  judge: (facts) => {
    const { text, topFrame, name } = facts;
    if (NOT_A_MISUSE.test(text) || isRunners(facts) || lacksToolMember(text)) return undefined;
    if (name !== 'TypeError' && (!MISUSE.test(text) || /Assertion/.test(name))) return undefined;
    const place =
      topFrame?.owner === 'product' && topFrame.file !== undefined
        ? ` in ${projectPath(topFrame.file, facts.projectRoot)}`
        : '';
    return {
      category: 'BUG',
      cause: 'type-error',
      weight: weightOf(facts),
      sentence: `A value is not what the code takes it for${place}.`,
    };
  },
};

/** The runner stumbled over itself, which has a rule of its own. */
const isRunners = (facts: Facts): boolean =>
  facts.firstFrame?.owner === 'runner' && facts.userFrame === undefined;

const weightOf = (facts: Facts): number => {
  const { observed, topFrame } = facts;
  const steadiness = observed.failsOnlyInFullRun === true || observed.passesOnRerun === true ? 0.6 : 1;
  if (isRendered(facts) || missingCompiledImport(facts.text) !== undefined) return 0.36 * steadiness;
  const owner = topFrame?.owner;
  const isToldByProduct =
    owner === 'product' || (owner === 'dependency' && facts.userFrame?.owner === 'product');
  // A dependency that the test itself calls may be of a version that does not fit.
  const byOwner = isToldByProduct ? 0.64 : owner === 'test' ? 0.4 : owner === 'dependency' ? 0.5 : 0.54;
  return byOwner * steadiness;
};
