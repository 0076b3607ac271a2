import { missingCompiledImport } from '../compiled-import.js';
import type { Facts } from '../facts.js';
import { lacksToolMember } from '../lacks-tool-member.js';
import { isRendered } from '../rendered.js';
import type { Rule } from '../rule.js';
import { projectPath } from '../stack/project-path.js';
import { threwOnLoad } from './dependency-not-loaded.js';
import { isPromiseMissing } from './promise-missing.js';
import { isReadOfNothing } from './type-error-beside-mocks.js';

const MISUSE =
  /Cannot (?:read|set) propert(?:y|ies)[^\n]*|[^\n]{0,80} is not (?:a function|iterable|a constructor)|Class constructor [^\n]*|Cannot destructure[^\n]*|(?:null|undefined) is not an object[^\n]*|[^\n]{0,60}must be (?:a|an|of type) [^\n]*/;

/** Failures of the network and of matchers that are TypeErrors by class alone. */
const NOT_A_MISUSE =
  /^(?:TypeError: )?evidence: the |starting at object with constructor '\w*Error'|reading 'mock|Class extends value (?:undefined|\[object)|Only absolute URLs|The database connection is not open|Cannot redefine property|fetch failed|Failed to fetch|Network request failed|to expect\(\)|Invalid URL|is not a spy|to be an instance of (?:AbortSignal|Blob|File|FormData|Headers|Event|URLSearchParams)\b/;

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
  const { observed, topFrame, text } = facts;
  // What lacks a member in company alone was replaced there.
  const steadiness = observed.failsOnlyInFullRun === true ? 0.35 : observed.passesOnRerun === true ? 0.6 : 1;
  if (isPromiseMissing(text)) return 0.28 * steadiness;
  if (isRendered(facts)) return (isReadOfNothing(text) ? 0.28 : 0.36) * steadiness;
  if (missingCompiledImport(text) !== undefined) return 0.36 * steadiness;
  if (threwOnLoad(facts)) return 0.3 * steadiness;
  if (DEFAULT_IMPORT.test(text)) return 0.4 * steadiness;
  if (ANSWER_MISSING.test(text)) return 0.45 * steadiness;
  const owner = topFrame?.owner;
  const isToldByProduct =
    owner === 'product' || (owner === 'dependency' && facts.userFrame?.owner === 'product');
  // A dependency that the test itself calls may be of a version that does not fit.
  if (isToldByProduct) return 0.64 * steadiness;
  if (owner === 'test') return 0.4 * steadiness;
  if (owner === 'dependency') return 0.5 * steadiness;
  // Nobody knows whose code it was: products forget to ask for null, and what is undefined may be missing in a mock or a package.
  return (OF_UNDEFINED.test(text) ? 0.5 : 0.54) * steadiness;
};

const OF_UNDEFINED =
  /Cannot (?:read|set) propert[^\n]* of undefined|undefined is not an object|is not a (?:function|constructor)|is undefined$/m;
/** A default import that is no function: its module is a mock, or compiled in another way than it is read. */
const DEFAULT_IMPORT = /\b_\w+\.default(?:\.\w+)? is not a (?:function|constructor)/;
/** What is read of an answer, where there is none: the request failed, or a mock answers with nothing. */
const ANSWER_MISSING =
  /of undefined \(reading '(?:data|status|statusCode|statusText|headers|body|ok)'\)|property '(?:data|status|statusCode|statusText|headers|body|ok)' of undefined/;
