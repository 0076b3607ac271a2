const LETTER = /^[A-Za-z]/;

/**
 * One expression, in which a letter may be of either case, for texts that hold any of these. Alternatives of one first
 * letter stand under it: at most places of a text that rules out all but a few. Each must begin with a letter that stands
 * for itself, or with none.
 */
export const joinAlternatives = (alternatives: readonly string[]): RegExp => {
  const byLetter = new Map<string, string[]>();
  const others: string[] = [];
  for (const alternative of alternatives) {
    if (!LETTER.test(alternative)) {
      others.push(alternative);
      continue;
    }
    const letter = alternative.charAt(0).toLowerCase();
    const rests = byLetter.get(letter) ?? [];
    rests.push(alternative.slice(1));
    byLetter.set(letter, rests);
  }
  const grouped = [...byLetter].map(([letter, rests]) => `${letter}(?:${rests.join('|')})`);
  return new RegExp([...grouped, ...others].join('|'), 'i');
};
