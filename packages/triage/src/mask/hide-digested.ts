import {
  checkSum,
  isTorn,
  rollingFactor,
  rollingSum,
  SECRET_MASK,
  type SecretDigest,
} from '@holdfast/journal';

/** Digests of one length, by their rolling sums. */
type SameLength = ReadonlyMap<number, ReadonlySet<number>>;

const byLength = (digests: readonly SecretDigest[]): ReadonlyMap<number, SameLength> => {
  const lengths = new Map<number, Map<number, Set<number>>>();
  for (const { length, rolling, check } of digests) {
    const sums = lengths.get(length) ?? new Map<number, Set<number>>();
    lengths.set(length, sums);
    sums.set(rolling, (sums.get(rolling) ?? new Set()).add(check));
  }
  return new Map([...lengths].sort(([left], [right]) => right - left));
};

/** The factor to the power of a length, modulo 2^32: the weight of the unit that leaves the window. */
const weightOf = (factor: number, length: number): number => {
  let weight = 1;
  for (let step = 0; step < length; step += 1) weight = Math.imul(weight, factor);
  return weight;
};

const hideLength = (text: string, length: number, sums: SameLength, salt: number): string => {
  if (text.length < length) return text;
  const factor = rollingFactor(salt);
  const weight = weightOf(factor, length);
  let clean = '';
  let kept = 0;
  let sum = rollingSum(text, 0, length, salt);
  for (let start = 0; ; start += 1) {
    const checks = sums.get(sum);
    if (
      checks !== undefined &&
      start >= kept &&
      checks.has(checkSum(text, start, length, salt)) &&
      !isTorn(text, start, length)
    ) {
      clean += text.slice(kept, start) + SECRET_MASK;
      kept = start + length;
    }
    if (start + length >= text.length) break;
    const entering = text.charCodeAt(start + length);
    sum = (Math.imul(sum, factor) + entering - Math.imul(text.charCodeAt(start), weight)) >>> 0;
  }
  return kept === 0 ? text : clean + text.slice(kept);
};

/**
 * Hides values of which only digests are known: one pass over a text for each length that a value has.
 * @param salt that the digests were made with
 */
export const hideDigested = (digests: readonly SecretDigest[], salt: number): ((text: string) => string) => {
  const lengths = byLength(digests);
  return (text) => {
    let clean = text;
    for (const [length, sums] of lengths) clean = hideLength(clean, length, sums, salt);
    return clean;
  };
};
