/** Letters of a word by which it is found; the rest is compared where they occur. */
const GRAM = 4;
const CELL_BITS = 16;
const CELLS = 1 << CELL_BITS;
/** Spreads four letters over the cells (the golden ratio, as Knuth has it). */
const SPREAD = 0x9e3779b1;
const ASCII = /^[\0-\x7F]*$/;

/** Bytes are read several times faster than the units of a text that is made of parts. */
const encoder = new TextEncoder();
/** UTF-8 takes up to three bytes for a unit. */
const WIDEST = 3;

const cellOf = (letters: number): number => Math.imul(letters, SPREAD) >>> (32 - CELL_BITS);

/** Whether a word stands in the bytes from `at` on. */
const standsAt = (bytes: Uint8Array, at: number, word: string): boolean => {
  for (let index = 0; index < word.length; index += 1) {
    if (bytes[at + index] !== word.charCodeAt(index)) return false;
  }
  return true;
};

/** Puts the last number of an ascending list in its place. */
const settle = (list: number[]): void => {
  const value = list[list.length - 1] as number;
  let index = list.length - 2;
  for (; index >= 0 && (list[index] as number) > value; index -= 1) list[index + 1] = list[index] as number;
  list[index + 1] = value;
};

/**
 * Finds all words of all rules in one pass over a text, ASCII without case: the first letters of each
 * place lead to the few words that begin so. The cost grows with the text alone, not with the number of rules, and
 * making one costs little, because every run with a failure does.
 */
export class KeywordScan {
  /** A bit for each cell that has an entry: small enough to stay near the processor. */
  readonly #used = new Uint32Array(CELLS >> 5);
  /** First entry of each cell, plus one. */
  readonly #first = new Uint16Array(CELLS);
  /** The same by first letter, for words that are too short for a cell. */
  readonly #short = new Uint16Array(256);
  /** By entry: the next one of its cell, plus one; the word; the letter after its first ones; its rule. */
  readonly #next: number[] = [];
  readonly #words: string[] = [];
  readonly #letters: number[] = [];
  readonly #rules: number[] = [];
  /** By rule: 1 while a scan has found it. */
  readonly #isFound: Uint8Array;
  #bytes = new Uint8Array(16_384);

  /** `words[i]` are the words of rule `i`; a rule without words is never announced. */
  constructor(words: readonly (readonly string[])[]) {
    this.#isFound = new Uint8Array(words.length);
    for (let rule = 0; rule < words.length; rule += 1) {
      for (const word of words[rule] ?? []) {
        if (!ASCII.test(word)) throw new RangeError(`a keyword must be ASCII, but "${word}" is not`);
        if (word !== '') this.#add(word.toLowerCase(), rule);
      }
    }
  }

  /** `given` and the rules that have a word in the text, in ascending order; `given` is ascending. */
  scan(text: string, given: readonly number[] = []): number[] {
    const lowered = text.toLowerCase();
    if (this.#bytes.length < lowered.length * WIDEST + GRAM) {
      this.#bytes = new Uint8Array(2 * lowered.length * WIDEST + GRAM);
    }
    const bytes = this.#bytes;
    const { written } = encoder.encodeInto(lowered, bytes);
    bytes.fill(0, written, written + GRAM);
    const used = this.#used;
    const short = this.#short;
    const found = [...given];
    let letters = 0;
    for (let index = 0; index < written; index += 1) {
      const byte = bytes[index] as number;
      if (short[byte] !== 0) this.#announce(short[byte] as number, bytes, index, 1, found);
      letters = (letters >>> 8) | (byte << 24);
      const cell = cellOf(letters);
      if ((((used[cell >> 5] as number) >>> (cell & 31)) & 1) === 0) continue;
      this.#announce(this.#first[cell] as number, bytes, index - GRAM + 1, GRAM, found);
    }
    for (const rule of found) this.#isFound[rule] = 0;
    return found;
  }

  #announce(first: number, bytes: Uint8Array, at: number, known: number, found: number[]): void {
    const ahead = bytes[at + known] as number;
    for (let entry = first; entry !== 0; entry = this.#next[entry - 1] as number) {
      const letter = this.#letters[entry - 1] as number;
      if (letter !== 0 && letter !== ahead) continue;
      const rule = this.#rules[entry - 1] as number;
      if (this.#isFound[rule] === 1 || !standsAt(bytes, at, this.#words[entry - 1] as string)) continue;
      this.#isFound[rule] = 1;
      found.push(rule);
      settle(found);
    }
  }

  #add(word: string, rule: number): void {
    const isShort = word.length < GRAM;
    let letters = 0;
    for (let index = 0; index < GRAM; index += 1) letters = (letters >>> 8) | (word.charCodeAt(index) << 24);
    const cell = isShort ? word.charCodeAt(0) : cellOf(letters);
    const table = isShort ? this.#short : this.#first;
    this.#next.push(table[cell] as number);
    this.#words.push(word);
    this.#letters.push(word.charCodeAt(isShort ? 1 : GRAM) || 0);
    this.#rules.push(rule);
    table[cell] = this.#words.length;
    if (!isShort) this.#used[cell >> 5] = (this.#used[cell >> 5] as number) | (1 << (cell & 31));
  }
}
