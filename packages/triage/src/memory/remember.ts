/** What is worth remembering. */
export interface Remembered {
  /** So many answers are kept; later ones are worked out each time. */
  readonly most: number;
  /** Texts shorter than this are worked out faster than looked up. @default 0 */
  readonly shortest?: number;
  /** Longer texts hardly ever come again, and would be held. @default no limit */
  readonly longest?: number;
}

/** The same function of a text, which remembers its answers. */
export const remember = (
  compute: (text: string) => string,
  { most, shortest = 0, longest = Number.POSITIVE_INFINITY }: Remembered,
): ((text: string) => string) => {
  const known = new Map<string, string>();
  return (text) => {
    if (text.length < shortest || text.length > longest) return compute(text);
    let answer = known.get(text);
    if (answer === undefined) {
      answer = compute(text);
      if (known.size < most) known.set(text, answer);
    }
    return answer;
  };
};
