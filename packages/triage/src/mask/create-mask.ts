import { digestSecret, type SecretDigest, secretValues } from '@holdfast/journal';
import { remember } from '../memory/remember.js';
import { hideDigested } from './hide-digested.js';
import { MASK, SECRET_SHAPES, SUSPICIOUS } from './secret-shapes.data.js';
import { stripControl } from './strip-control.js';

/** Gives a text back without secrets, colour codes and control characters. Idempotent; clean text comes back as it is. */
export interface Mask {
  (text: string): string;
  /** True only where it leaves each of these texts as it is: one look at all of them, where there are many. */
  readonly leavesAll?: (texts: readonly string[]) => boolean;
}

export interface ForeignSecrets {
  readonly digests: readonly SecretDigest[];
  /** That the digests were made with. */
  readonly salt: number;
}

export interface MaskSetup {
  /** Environment variables; the values of those whose names look secret are masked wherever they stand. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Words that are no secret values, whatever variable holds them. @default none */
  readonly known?: readonly string[];
  /** Further secrets: a string is taken literally. @default none */
  readonly masks?: readonly (string | RegExp)[];
  /** Secrets that only workers of the run know. @default none */
  readonly foreign?: ForeignSecrets | undefined;
  /** Longest text that comes back, in UTF-16 units; more is cut off and its length is noted. @default 65_536 */
  readonly longestText?: number;
}

const LONGEST_TEXT = 65_536;
/** A secret that the cut would split is looked for this far beyond it. */
const MARGIN = 4_096;
/** Titles, paths and messages repeat within a run; those of a few words are read as fast as they are looked up. */
const REMEMBERED = { most: 2_048, shortest: 64, longest: 512 };
const CUT_NOTE = / … \[\d+ characters left out\]$/;

const escaped = (literal: string): string => literal.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** A short value of letters and digits counts only where it is a whole word, so that no other word is torn. */
const literalPattern = (literal: string): string => {
  const isShortWord = literal.length < 12 && /^[A-Za-z0-9]+$/.test(literal);
  return isShortWord ? `(?<![A-Za-z0-9])${escaped(literal)}(?![A-Za-z0-9])` : escaped(literal);
};

const joined = (literals: readonly string[]): RegExp | undefined =>
  literals.length === 0 ? undefined : new RegExp(literals.map(literalPattern).join('|'), 'g');

const globalised = (expression: RegExp): RegExp =>
  new RegExp(expression.source, `${expression.flags.replace(/[gy]/g, '')}g`);

const bounded = (text: string, longest: number, mask: Mask): string => {
  const noted = CUT_NOTE.exec(text.slice(-60));
  if (noted !== null && text.length <= longest + 60) return mask(text);
  const masked = mask(text.slice(0, longest + MARGIN));
  const kept = masked.slice(0, Math.max(0, Math.min(longest, masked.length - MARGIN)));
  return `${kept} … [${text.length - longest} characters left out]`;
};

/** Hides what of the foreign secrets is none of one's own; undefined where nothing is left to look for. */
const maskForeign = (foreign: ForeignSecrets | undefined, own: readonly string[]): Mask | undefined => {
  if (foreign === undefined || foreign.digests.length === 0) return undefined;
  const { digests, salt } = foreign;
  const keyOf = ({ length, rolling, check }: SecretDigest): string => `${length} ${rolling} ${check}`;
  const known = new Set(own.map((value) => keyOf(digestSecret(value, salt))));
  const unknown = digests.filter((digest) => !known.has(keyOf(digest)));
  return unknown.length === 0 ? undefined : hideDigested(unknown, salt);
};

/** Builds the one mask of a run: all that is written or printed passes through it. */
export const createMask = ({
  environment,
  known: words,
  masks = [],
  foreign,
  longestText = LONGEST_TEXT,
}: MaskSetup): Mask => {
  const literals = masks.filter((mask): mask is string => typeof mask === 'string' && mask !== '');
  const own = [...literals, ...secretValues(environment, words)].sort((a, b) => b.length - a.length);
  const values = joined(own);
  const hideForeign = maskForeign(foreign, own);
  const expressions = masks.filter((mask): mask is RegExp => typeof mask !== 'string').map(globalised);

  const maskFresh: Mask = (text) => {
    let clean = text;
    const suspicious = SUSPICIOUS.test(clean);
    if (suspicious) clean = stripControl(clean);
    if (values !== undefined) clean = clean.replace(values, MASK);
    if (hideForeign !== undefined) clean = hideForeign(clean);
    if (suspicious)
      for (const { pattern, replacement } of SECRET_SHAPES) clean = clean.replace(pattern, replacement);
    for (const expression of expressions)
      clean = clean.replace(expression, (match) => (match === '' ? '' : MASK));
    return clean;
  };
  const maskKnown = remember(maskFresh, REMEMBERED);
  const mask = (text: string): string =>
    text.length <= longestText ? maskKnown(text) : bounded(text, longestText, maskFresh);
  // A line break between two texts tears a secret as the end of a text does; only an expression of the user's may see it.
  const leavesAll = (texts: readonly string[]): boolean => {
    const all = texts.join('\n');
    if (expressions.length > 0 || all.length > longestText || SUSPICIOUS.test(all)) return false;
    if (values !== undefined && all.replace(values, MASK) !== all) return false;
    return hideForeign === undefined || hideForeign(all) === all;
  };
  return Object.assign(mask, { leavesAll });
};
