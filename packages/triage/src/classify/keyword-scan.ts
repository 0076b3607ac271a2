const FIRST_CLASS = 1;
/** Letters of a word that the automaton knows; the rest is compared where they occur. Longer costs every load. */
const PREFIX = 8;
const ASCII = /^[\0-\x7F]*$/;
const NO_WORDS: readonly Word[] = [];

interface Word {
  readonly rule: number;
  /** What follows the prefix, in lower case; mostly empty. */
  readonly rest: string;
}

/** Children of the states of a trie: a list for each state, linked through its members. */
interface Trie {
  readonly states: number;
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
  readonly symbolOf: Uint8Array;
}

/** Whether `rest`, in lower case, stands in the text from `at` on. Makes no text: it is asked very often. */
const continues = (text: string, at: number, rest: string): boolean => {
  for (let index = 0; index < rest.length; index += 1) {
    const code = text.charCodeAt(at + index);
    const lower = code >= 65 && code <= 90 ? code + 32 : code;
    if (lower !== rest.charCodeAt(index)) return false;
  }
  return true;
};

/**
 * Finds all words of all rules in one pass over a text (the automaton of Aho and Corasick over
 * ASCII without case, on the first letters of each word). The cost grows with the text alone, not with the number
 * of rules.
 */
export class KeywordScan {
  readonly #classOf = new Uint8Array(128);
  readonly #width: number;
  /** Next state by state and character class, kept multiplied by the width; inverted (`~`) where it announces words. */
  readonly #next: Int32Array;
  /** Words by the state that announces them, multiplied by the width. */
  readonly #announced = new Map<number, readonly Word[]>();

  /** `words[i]` are the words of rule `i`; a rule without words is never announced. */
  constructor(words: readonly (readonly string[])[]) {
    const lowered = words.map((list) => list.map((word) => word.toLowerCase()));
    this.#width = this.#assignClasses(lowered);
    this.#next = this.#connect(this.#plant(lowered));
  }

  /** Sets `hits[i]` to 1 for every rule `i` that has a word in the text. */
  scan(text: string, hits: Uint8Array): void {
    const next = this.#next;
    const classOf = this.#classOf;
    let state = 0;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      state = code < 128 ? (next[state + (classOf[code] as number)] as number) : 0;
      if (state >= 0) continue;
      state = ~state;
      this.#announce(state, text, index + 1, hits);
    }
  }

  #announce(state: number, text: string, after: number, hits: Uint8Array): void {
    for (const { rule, rest } of this.#announced.get(state) ?? NO_WORDS) {
      if (hits[rule] === 1) continue;
      if (continues(text, after, rest)) hits[rule] = 1;
    }
  }

  #assignClasses(words: readonly (readonly string[])[]): number {
    let width = FIRST_CLASS;
    for (const list of words) {
      for (const word of list) {
        if (!ASCII.test(word)) throw new RangeError(`a keyword must be ASCII, but "${word}" is not`);
        for (let index = 0; index < word.length && index < PREFIX; index += 1) {
          const code = word.charCodeAt(index);
          if (this.#classOf[code] !== 0) continue;
          this.#classOf[code] = width;
          if (code >= 97 && code <= 122) this.#classOf[code - 32] = width;
          width += 1;
        }
      }
    }
    return width;
  }

  #plant(words: readonly (readonly string[])[]): Trie {
    let most = 1;
    for (const list of words) for (const word of list) most += Math.min(word.length, PREFIX);
    const firstChild = new Int32Array(most);
    const nextSibling = new Int32Array(most);
    const symbolOf = new Uint8Array(most);
    let states = 1;
    words.forEach((list, rule) => {
      for (const word of list) {
        let state = 0;
        for (let index = 0; index < word.length && index < PREFIX; index += 1) {
          const symbol = this.#classOf[word.charCodeAt(index)] as number;
          let child = firstChild[state] as number;
          while (child !== 0 && symbolOf[child] !== symbol) child = nextSibling[child] as number;
          if (child === 0) {
            child = states;
            states += 1;
            symbolOf[child] = symbol;
            nextSibling[child] = firstChild[state] as number;
            firstChild[state] = child;
          }
          state = child;
        }
        if (state !== 0) this.#add(state * this.#width, [{ rule, rest: word.slice(PREFIX) }]);
      }
    });
    return { states, firstChild, nextSibling, symbolOf };
  }

  #add(state: number, words: readonly Word[]): void {
    const known = this.#announced.get(state);
    this.#announced.set(state, known === undefined ? words : [...known, ...words]);
  }

  /** Fills in where each state goes on when a word breaks off. Rows are copied whole: this runs in every load. */
  #connect({ states, firstChild, nextSibling, symbolOf }: Trie): Int32Array {
    const width = this.#width;
    const next = new Int32Array(states * width);
    const behind = new Int32Array(states);
    const queue = new Int32Array(states);
    let queued = 1;
    for (let head = 0; head < queued; head += 1) {
      const state = queue[head] as number;
      const row = state * width;
      const back = behind[state] as number;
      if (state !== 0) next.copyWithin(row, back, back + width);
      for (let child = firstChild[state] as number; child !== 0; child = nextSibling[child] as number) {
        const symbol = symbolOf[child] as number;
        const along = state === 0 ? 0 : (next[back + symbol] as number);
        const shorter = along < 0 ? ~along : along;
        behind[child] = shorter;
        const at = child * width;
        const inherited = this.#announced.get(shorter);
        if (inherited !== undefined) this.#add(at, inherited);
        next[row + symbol] = this.#announced.has(at) ? ~at : at;
        queue[queued] = child;
        queued += 1;
      }
    }
    return next;
  }
}
