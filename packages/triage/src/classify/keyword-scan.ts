/** Letters by which a short word is found, and half of those by which a long one is; the rest is compared where they occur. */
const GRAM = 4;
const CELL_BITS = 16;
const CELLS = 1 << CELL_BITS;
/** Spreads four letters over the cells (the golden ratio, as Knuth has it). */
const SPREAD = 0x9e3779b1;
const ASCII = /^[\0-\x7F]*$/;

/** Numbers that one byte of a text adds to the places at most: of a short, a middling and a long word. */
const PLACES = 6;

/** Bytes are read several times faster than the units of a text that is made of parts. */
const encoder = new TextEncoder();
/** UTF-8 takes up to three bytes for a unit. */
const WIDEST = 3;

const cellOf = (letters: number): number => Math.imul(letters, SPREAD) >>> (32 - CELL_BITS);

/** The cell of words that begin with these letters and these that follow them. */
const longCellOf = (letters: number, following: number): number =>
  cellOf(letters ^ Math.imul(following, SPREAD));

/** Four letters of a word, as a scan has them when it has read them. */
const lettersAt = (word: string, at: number): number =>
  word.charCodeAt(at) |
  (word.charCodeAt(at + 1) << 8) |
  (word.charCodeAt(at + 2) << 16) |
  (word.charCodeAt(at + 3) << 24);

/** The same of bytes. */
const bytesAt = (bytes: Uint8Array, at: number): number =>
  (bytes[at] as number) |
  ((bytes[at + 1] as number) << 8) |
  ((bytes[at + 2] as number) << 16) |
  ((bytes[at + 3] as number) << 24);

/** Whether a word stands in the bytes from `at` on. What words that begin alike differ in is at their end. */
const standsAt = (bytes: Uint8Array, at: number, word: string): boolean => {
  for (let index = word.length - 1; index >= 0; index -= 1) {
    if (bytes[at + index] !== word.charCodeAt(index)) return false;
  }
  return true;
};

/** The rules of each word: common words are many rules' own. */
const rulesByWord = (words: readonly (readonly string[])[]): Map<string, number[]> => {
  const rulesOf = new Map<string, number[]>();
  for (let rule = 0; rule < words.length; rule += 1) {
    for (const word of words[rule] ?? []) {
      if (!ASCII.test(word)) throw new RangeError(`a keyword must be ASCII, but "${word}" is not`);
      if (word === '') continue;
      const lowered = word.toLowerCase();
      const rules = rulesOf.get(lowered);
      if (rules === undefined) rulesOf.set(lowered, [rule]);
      else rules.push(rule);
    }
  }
  return rulesOf;
};

/** Adds the first entry of a cell, if it has one, and where its words would begin; returns how many numbers there are now. */
const note = (places: Int32Array, count: number, entry: number, at: number): number => {
  if (entry === 0) return count;
  places[count] = entry;
  places[count + 1] = at;
  return count + 2;
};

/** Sets the bits of rules. */
const mark = (found: Uint32Array, rules: readonly number[]): void => {
  for (let index = 0; index < rules.length; index += 1) {
    const rule = rules[index] as number;
    found[rule >> 5] = (found[rule >> 5] as number) | (1 << (rule & 31));
  }
};

/** The rules whose bits are set, in ascending order; clears them. */
const takeAll = (found: Uint32Array): number[] => {
  const rules: number[] = [];
  for (let index = 0; index < found.length; index += 1) {
    for (let left = found[index] as number; left !== 0; left &= left - 1) {
      rules.push((index << 5) + 31 - Math.clz32(left & -left));
    }
    found[index] = 0;
  }
  return rules;
};

/**
 * Finds all words of all rules in one pass over a text, ASCII without case: the first letters of each
 * place lead to the few words that begin so. The cost grows with the text alone, not with the number of rules, and
 * making one costs little, because every run with a failure does.
 */
export class KeywordScan {
  /** A bit for each cell of four letters that some word begins with: small enough to stay near the processor. */
  readonly #used = new Uint32Array(CELLS >> 5);
  /** First entry of each cell, plus one. */
  readonly #first = new Uint16Array(CELLS);
  /** The same by first letter, for words that are too short for a cell. */
  readonly #short = new Uint16Array(256);
  /** By entry: the next one of its cell, plus one; the word; its rules. */
  readonly #next: Uint16Array;
  readonly #words: readonly string[];
  readonly #rules: readonly (readonly number[])[];
  /** A bit for each rule that a scan has found. */
  readonly #found: Uint32Array;
  #bytes = new Uint8Array(16_384);
  /** Places of a text where words may stand: the first entry to try, plus one, and where it would begin. */
  #places = new Int32Array(8_192);

  /** `words[i]` are the words of rule `i`; a rule without words is never announced. */
  constructor(words: readonly (readonly string[])[]) {
    const rulesOf = rulesByWord(words);
    this.#words = [...rulesOf.keys()];
    this.#rules = [...rulesOf.values()];
    this.#next = new Uint16Array(rulesOf.size);
    this.#found = new Uint32Array((words.length >> 5) + 1);
    for (let entry = 0; entry < rulesOf.size; entry += 1) this.#enter(entry, this.#words[entry] as string);
  }

  /** `given` and the rules that have a word in the text, in ascending order. */
  scan(text: string, given: readonly number[] = []): number[] {
    const lowered = text.toLowerCase();
    if (this.#bytes.length < lowered.length * WIDEST + GRAM) {
      this.#bytes = new Uint8Array(2 * lowered.length * WIDEST + GRAM);
    }
    const bytes = this.#bytes;
    const { written } = encoder.encodeInto(lowered, bytes);
    bytes.fill(0, written, written + GRAM);
    if (this.#places.length < written * PLACES) this.#places = new Int32Array(2 * written * PLACES);
    mark(this.#found, given);
    this.#markWords(bytes, this.#findPlaces(bytes, written));
    return takeAll(this.#found);
  }

  /** Apart from what is done there: a small loop is soon compiled, and the first failures of a run wait for it. */
  #findPlaces(bytes: Uint8Array, length: number): number {
    const places = this.#places;
    const used = this.#used;
    const first = this.#first;
    const short = this.#short;
    let count = 0;
    let letters = 0;
    for (let index = 0; index < length; index += 1) {
      const byte = bytes[index] as number;
      count = note(places, count, short[byte] as number, index);
      letters = (letters >>> 8) | (byte << 24);
      const cell = cellOf(letters);
      if ((((used[cell >> 5] as number) >>> (cell & 31)) & 1) === 0) continue;
      const at = index - GRAM + 1;
      const long = longCellOf(letters, bytesAt(bytes, index + 1));
      count = note(places, count, first[cell] as number, at);
      count = note(places, count, first[long] as number, at);
    }
    return count;
  }

  /** Of the words that may stand at the places, marks the rules of those that do. */
  #markWords(bytes: Uint8Array, count: number): void {
    const places = this.#places;
    const next = this.#next;
    for (let index = 0; index < count; index += 2) {
      const at = places[index + 1] as number;
      for (let entry = (places[index] as number) - 1; entry >= 0; entry = (next[entry] as number) - 1) {
        if (standsAt(bytes, at, this.#words[entry] as string))
          mark(this.#found, this.#rules[entry] as readonly number[]);
      }
    }
  }

  #enter(entry: number, word: string): void {
    if (word.length < GRAM) {
      this.#chain(this.#short, word.charCodeAt(0), entry);
      return;
    }
    const letters = lettersAt(word, 0);
    const cell = cellOf(letters);
    this.#used[cell >> 5] = (this.#used[cell >> 5] as number) | (1 << (cell & 31));
    const isLong = word.length >= 2 * GRAM;
    this.#chain(this.#first, isLong ? longCellOf(letters, lettersAt(word, GRAM)) : cell, entry);
  }

  #chain(table: Uint16Array, cell: number, entry: number): void {
    this.#next[entry] = table[cell] as number;
    table[cell] = entry + 1;
  }
}
