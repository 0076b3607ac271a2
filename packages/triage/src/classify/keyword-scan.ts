/** Letters of a word by which it is found; the rest is compared where they occur. */
const GRAM = 4;
/** Bits that are kept of a letter. */
const BITS = 4;
const CLASSES = 1 << BITS;
const CELLS = 1 << (GRAM * BITS);
const ASCII = /^[\0-\x7F]*$/;

const lowered = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code);

const classOf = Uint8Array.from({ length: 128 }, (_, code) => lowered(code) % CLASSES);

/** Whether a word in lower case stands in the bytes from `at` on. Makes no text: it is asked very often. */
const standsAt = (bytes: Uint8Array, at: number, word: string): boolean => {
  for (let index = 0; index < word.length; index += 1) {
    if (lowered(bytes[at + index] as number) !== word.charCodeAt(index)) return false;
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

/** Bytes are read several times faster than the units of a text that is made of parts. */
const encoder = new TextEncoder();
/** UTF-8 takes up to three bytes for a unit. */
const WIDEST = 3;

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
  /** By entry: the next one of its cell, plus one; the word; its rule. */
  readonly #next: number[] = [];
  readonly #words: string[] = [];
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
        this.#add(word.toLowerCase(), rule);
      }
    }
  }

  /** `given` and the rules that have a word in the text, in ascending order; `given` is ascending. */
  scan(text: string, given: readonly number[] = []): number[] {
    if (this.#bytes.length < text.length * WIDEST + GRAM) {
      this.#bytes = new Uint8Array(2 * text.length * WIDEST + GRAM);
    }
    const bytes = this.#bytes;
    const { written } = encoder.encodeInto(text, bytes);
    // No word has the byte zero in it: those at the end of the text end there.
    bytes.fill(0, written, written + GRAM - 1);
    const used = this.#used;
    const found = [...given];
    let cell = 0;
    for (let index = 0; index < written + GRAM - 1; index += 1) {
      // Other letters than ASCII's may lead to a cell too, and are told apart by the comparison.
      cell = ((cell << BITS) | (classOf[(bytes[index] as number) & 127] as number)) & (CELLS - 1);
      if ((((used[cell >> 5] as number) >>> (cell & 31)) & 1) === 0) continue;
      this.#announce(cell, bytes, index - GRAM + 1, found);
    }
    for (const rule of found) this.#isFound[rule] = 0;
    return found;
  }

  #announce(cell: number, bytes: Uint8Array, at: number, found: number[]): void {
    for (let entry = this.#first[cell] as number; entry !== 0; entry = this.#next[entry - 1] as number) {
      const rule = this.#rules[entry - 1] as number;
      if (this.#isFound[rule] === 1 || !standsAt(bytes, at, this.#words[entry - 1] as string)) continue;
      this.#isFound[rule] = 1;
      found.push(rule);
      settle(found);
    }
  }

  #add(word: string, rule: number): void {
    let cell = 0;
    for (let index = 0; index < GRAM; index += 1) {
      cell <<= BITS;
      if (index < word.length) cell |= classOf[word.charCodeAt(index)] as number;
    }
    // A short word may go on with any letter.
    const open = 1 << (BITS * Math.max(0, GRAM - word.length));
    for (let rest = 0; rest < open; rest += 1) {
      this.#next.push(this.#first[cell + rest] as number);
      this.#words.push(word);
      this.#rules.push(rule);
      this.#first[cell + rest] = this.#words.length;
      this.#used[(cell + rest) >> 5] =
        (this.#used[(cell + rest) >> 5] as number) | (1 << ((cell + rest) & 31));
    }
  }
}
