import type { Category, Cause } from '@holdfast/journal';
import type { EvidenceLine, Standing } from '../verdict.js';

/** An evidence line and whether run-time facts gave it. */
export interface WeighedLine extends EvidenceLine {
  readonly runtime: boolean;
}

/** What the evidence comes to. */
export interface Judgement {
  readonly category: Category;
  readonly cause: Cause;
  readonly confidence: number;
  readonly standing: Standing;
  /** The line that carries it; absent where there is none. */
  readonly strongest?: WeighedLine;
}

/** Below this the answer is UNKNOWN: a wrong verdict costs more than none. */
export const LEAST_CONFIDENCE = 0.5;

const NOTHING: Judgement = { category: 'UNKNOWN', cause: 'unknown', confidence: 0, standing: 'suspected' };

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

/** Doubt that is left when independent signs agree: the product of what each leaves open. */
const doubt = (lines: readonly WeighedLine[]): number =>
  lines.reduce((left, { weight }) => left * (1 - weight), 1);

const groupBy = <Key>(lines: readonly WeighedLine[], keyOf: (line: WeighedLine) => Key) => {
  const groups = new Map<Key, WeighedLine[]>();
  for (const line of lines) {
    const group = groups.get(keyOf(line));
    if (group === undefined) groups.set(keyOf(line), [line]);
    else group.push(line);
  }
  return groups;
};

/** The group with the least doubt; the earlier one where two are equal. */
const leastDoubtful = <Key>(
  groups: ReadonlyMap<Key, WeighedLine[]>,
): [Key, WeighedLine[], number] | undefined => {
  let best: [Key, WeighedLine[], number] | undefined;
  for (const [key, lines] of groups) {
    const left = doubt(lines);
    if (best === undefined || left < best[2]) best = [key, lines, left];
  }
  return best;
};

/**
 * Weighs evidence (strongest line first) by Dempster's rule over single categories: signs for one
 * category strengthen each other, signs for different ones take from each other, and what nobody
 * speaks for stays open. Under `LEAST_CONFIDENCE` the category is UNKNOWN; `strongest` still tells
 * what was seen.
 */
export const combine = (lines: readonly WeighedLine[]): Judgement => {
  const categories = groupBy(lines, ({ category }) => category);
  const best = leastDoubtful(categories);
  if (best === undefined) return NOTHING;
  const doubts = [...categories.values()].map(doubt);
  const open = doubts.reduce((product, left) => product * left, 1);
  const mass = (left: number): number => ((1 - left) * open) / left;
  const total = doubts.reduce((sum, left) => sum + mass(left), open);
  const [category, ownLines, left] = best;
  const confidence = total === 0 ? 0.5 : mass(left) / total;
  const named = ownLines.filter((line) => !RESIDUAL.has(line.cause) && line.weight >= NAMED_STRENGTH);
  const telling = named.length > 0 ? named : ownLines;
  const [cause, causeLines] = leastDoubtful(groupBy(telling, (line) => line.cause)) as [
    Cause,
    WeighedLine[],
    number,
  ];
  const strongest = causeLines[0] as WeighedLine;
  if (!(confidence >= LEAST_CONFIDENCE)) return { ...NOTHING, confidence, strongest };
  const standing = causeLines.some(({ runtime }) => runtime) ? 'supported' : 'suspected';
  return { category, cause, confidence, standing, strongest };
};
