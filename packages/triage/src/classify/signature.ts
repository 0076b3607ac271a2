import type { Category, Cause } from '@holdfast/journal';
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
  /** May hold `$1`, the pattern's first group. */
  readonly sentence: string;
}

const LONGEST_QUOTE = 80;

const quote = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_QUOTE ? line : `${line.slice(0, LONGEST_QUOTE - 1)}…`;
};

const signatureRule = (family: string, signature: Signature): Rule => {
  const { pattern, unless, category, cause, weight, sentence } = signature;
  const quotes = sentence.includes('$1');
  return {
    id: `${family}/${signature.id}`,
    keywords: signature.keywords,
    judge: ({ text }: Facts) => {
      const match = pattern?.exec(text);
      if (match === null || unless?.test(text) === true) return undefined;
      const said = quotes ? sentence.replace('$1', () => quote(match?.[1] ?? '?')) : sentence;
      return { category, cause, weight, sentence: said };
    },
  };
};

/** One rule for each row of a table. */
export const signatureRules = (family: string, table: readonly Signature[]): readonly Rule[] =>
  table.map((signature) => signatureRule(family, signature));
