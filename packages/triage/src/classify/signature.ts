import type { Category, Cause } from '@holdfast/journal';
import { areTwoWordings } from './assertion/two-wordings.js';
import type { Facts } from './facts.js';
import type { Rule } from './rule.js';

/** A rule that is data: a wording that one cause is known by. */
export interface Signature {
  /** Unique in its table. */
  readonly id: string;
  /** Words that start the search, as in `Rule`. */
  readonly keywords: readonly string[];
  /** The exact wording. Absent: a keyword alone suffices. */
  readonly pattern?: RegExp;
  /** Wording that shows it is something else after all. */
  readonly unless?: RegExp;
  readonly category: Category;
  readonly cause: Cause;
  readonly weight: number;
  /**
   * What is left of the weight where the innermost frame of the user's code is the product's: the product may be
   * what asked too much. Above 1 where that frame is what speaks for the cause. @default 1
   */
  readonly underProduct?: number;
  /** Products say it of their own parts too, and mean it just so: no less weight in a product's own words. @default false */
  readonly alsoOwn?: true;
  /** May hold `$1`, the first group of the pattern that took part. */
  readonly sentence: string;
  /** As in `Rule`. */
  readonly advice?: readonly string[];
}

const LONGEST_QUOTE = 80;

const quote = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_QUOTE ? line : `${line.slice(0, LONGEST_QUOTE - 1)}…`;
};

/** The first group that took part; patterns with alternatives have several. */
const firstGroup = (match: RegExpExecArray | undefined): string =>
  match?.slice(1).find((group) => group !== undefined) ?? 'it';

const COMPARES = /\bexpect|assert/i;

/**
 * Whether the wording stands on the expected side of a comparison alone. A test that expects an error
 * and gets another result says nothing about the machine or the settings.
 */
const isOnlyExpected = ({ assertion }: Facts, { keywords }: Signature, said: string | undefined): boolean => {
  const expected = assertion?.expected?.toLowerCase();
  if (expected === undefined) return false;
  const received = assertion?.received?.toLowerCase() ?? '';
  const words = said === undefined ? keywords : [said];
  return words.some(
    (word) => expected.includes(word.toLowerCase()) && !received.includes(word.toLowerCase()),
  );
};

const TROUBLE_CODE =
  /\bE(?:CONN[A-Z]+|NOTFOUND|AI_AGAIN|TIMEDOUT|HOSTUNREACH|PIPE|ACCES|PERM|NOENT|ADDRINUSE|MFILE|NOSPC)\b/;
/** A test that expects trouble of the system, in one word or another. */
const TROUBLE = /\b(?:refused|unreachable|offline|unavailable|denied|timed? ?out|reset|lost)\b/i;

/**
 * Whether the wording is what the test is about: it expects such an error, and compares in which words it comes. That the
 * machine or a service has this trouble is then as it should be; trouble by another code than the expected is the machine's.
 */
const isSubject = ({ assertion }: Facts): boolean => {
  const [expected, received] = [assertion?.expected, assertion?.received];
  if (expected === undefined || received === undefined) return false;
  const code = TROUBLE_CODE.exec(received)?.[0];
  const wanted = TROUBLE_CODE.exec(expected)?.[0];
  if (code !== undefined && wanted !== undefined) return code === wanted;
  return (code !== undefined && TROUBLE.test(expected)) || areTwoWordings(expected, received);
};

const PATTERN = /^\/.+\/[a-z]*$/s;
/** What is left of a wording of the system that came where a test looks for the words of another error. */
const OTHER_WORDS = 0.5;

/**
 * Whether the test provokes an error and compares what it says: that a system error came in place of it is seen, and not
 * whether the machine or the test made it so.
 */
const isForOtherWords = ({ assertion }: Facts): boolean => {
  if (assertion?.expected === undefined || assertion.received === undefined || assertion.negated)
    return false;
  return assertion.kind === 'throw' || PATTERN.test(assertion.expected);
};

/** What is left of a wording about the system that the product itself made: it may speak of its own limits and users. */
const OWN_WORDS = 0.5;

const shareLeft = (facts: Facts, { alsoOwn, underProduct }: Signature, isOfSystem: boolean): number => {
  if (isOfSystem && isForOtherWords(facts)) return OTHER_WORDS;
  if (isOfSystem && alsoOwn !== true && facts.isOwnWords) return OWN_WORDS;
  return underProduct !== undefined && facts.userFrame?.owner === 'product' ? underProduct : 1;
};

const signatureRule = (family: string, signature: Signature, isOfSystem: boolean): Rule => {
  const { pattern, unless, category, cause, sentence, advice } = signature;
  const quotes = sentence.includes('$1');
  return {
    id: `${family}/${signature.id}`,
    keywords: signature.keywords,
    ...(advice === undefined ? undefined : { advice }),
    judge: (facts: Facts) => {
      const { text } = facts;
      const match = pattern?.exec(text);
      if (match === null || unless?.test(text) === true) return undefined;
      if (
        COMPARES.test(text) &&
        (isOnlyExpected(facts, signature, match?.[0]) || (isOfSystem && isSubject(facts)))
      )
        return undefined;
      const weight = signature.weight * shareLeft(facts, signature, isOfSystem);
      const said = quotes ? sentence.replace('$1', () => quote(firstGroup(match))) : sentence;
      return { category, cause, weight, sentence: said };
    },
  };
};

/**
 * One rule for each row of a table.
 * @param isOfSystem the wordings are those of the system, of services and of clients: in a product's own words they
 * count half
 */
export const signatureRules = (
  family: string,
  table: readonly Signature[],
  isOfSystem = false,
): readonly Rule[] => table.map((signature) => signatureRule(family, signature, isOfSystem));
