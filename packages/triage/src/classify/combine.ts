import { CATEGORIES, type Category, type Cause } from '@holdfast/journal';
import type { EvidenceLine, Standing } from '../verdict.js';

/** What the evidence comes to. */
export interface Judgement {
  readonly category: Category;
  readonly cause: Cause;
  readonly confidence: number;
  readonly standing: Standing;
  /** The line that carries it; absent where there is none. */
  readonly strongest?: EvidenceLine;
}

/** Below this the answer is UNKNOWN: a wrong verdict costs more than none. */
export const LEAST_CONFIDENCE = 0.53;

/** Causes that a category is given for want of a better one: any named cause with some strength goes first. */
const RESIDUAL: ReadonlySet<Cause> = new Set([
  'assertion-mismatch',
  'other-bug',
  'other-configuration',
  'other-environment',
  'other-test-design',
]);

/** Strength from which a named cause goes before a residual one. */
const NAMED_STRENGTH = 0.3;

const NOTHING: Judgement = { category: 'UNKNOWN', cause: 'unknown', confidence: 0, standing: 'suspected' };

/** Doubt that is left in a category when independent signs agree: the product of what each leaves open. */
const doubtOf = (lines: readonly EvidenceLine[], category: Category): number => {
  let left = 1;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] as EvidenceLine;
    if (line.category === category) left *= 1 - line.weight;
  }
  return left;
};

/** The leading category, what doubt of it is left, and the odds of all categories together. */
interface Sum {
  readonly category: Category;
  readonly least: number;
  readonly odds: number;
}

const sumOf = (lines: readonly EvidenceLine[]): Sum => {
  let category: Category = 'UNKNOWN';
  let least = 1;
  let odds = 0;
  for (let index = 0; index < CATEGORIES.length; index += 1) {
    const candidate = CATEGORIES[index] as Category;
    const left = doubtOf(lines, candidate);
    odds += (1 - left) / left;
    if (left < least) {
      category = candidate;
      least = left;
    }
  }
  return { category, least, odds };
};

const sumOfOne = ({ category, weight }: EvidenceLine): Sum => {
  const least = 1 - weight;
  return { category, least, odds: (1 - least) / least };
};

/** The line of the best supported cause among the lines of a category. */
const leadingLine = (lines: readonly EvidenceLine[]): EvidenceLine => {
  let best = lines[0] as EvidenceLine;
  let least = 2;
  for (const candidate of lines) {
    let left = 1;
    for (const line of lines) if (line.cause === candidate.cause) left *= 1 - line.weight;
    if (left < least) {
      best = candidate;
      least = left;
    }
  }
  return best;
};

/** The line that names the cause: a residual cause only where no other has some strength. */
const tellingLine = (own: readonly EvidenceLine[]): EvidenceLine => {
  const named = own.filter((line) => !RESIDUAL.has(line.cause) && line.weight >= NAMED_STRENGTH);
  return leadingLine(named.length > 0 ? named : own);
};

/**
 * Weighs evidence (strongest line first) by Dempster's rule over single categories: signs for one
 * category strengthen each other, signs for different ones take from each other, and what nobody
 * speaks for stays open. Under `LEAST_CONFIDENCE` the category is UNKNOWN; `strongest` still tells
 * what was seen. `measured` holds the lines that run-time facts gave.
 */
export const combine = (
  lines: readonly EvidenceLine[],
  measured: ReadonlySet<EvidenceLine> | undefined,
): Judgement => {
  if (lines.length === 0) return NOTHING;
  const { category, least, odds } = lines.length === 1 ? sumOfOne(lines[0] as EvidenceLine) : sumOf(lines);
  if (least === 1) return NOTHING;
  // Every mass is its odds times what is left open, so the open part cancels out of the share.
  const confidence = (1 - least) / least / (odds + 1);
  const own = lines.length === 1 ? lines : lines.filter((line) => line.category === category);
  const strongest = own.length === 1 ? (own[0] as EvidenceLine) : tellingLine(own);
  if (confidence < LEAST_CONFIDENCE)
    return { category: 'UNKNOWN', cause: 'unknown', confidence, standing: 'suspected', strongest };
  const supported =
    measured !== undefined && own.some((line) => line.cause === strongest.cause && measured.has(line));
  return {
    category,
    cause: strongest.cause,
    confidence,
    standing: supported ? 'supported' : 'suspected',
    strongest,
  };
};
