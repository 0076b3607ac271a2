const FIRST_CLASS = 1;

/**
 * Finds all words of all rules in one pass over a text (the automaton of Aho and Corasick over
 * ASCII without case). The cost grows with the text alone, not with the number of rules.
 */
export class KeywordScan {
  readonly #classOf = new Uint8Array(128);
  readonly #width: number;
  /** Next state by state and character class, kept multiplied by the width; inverted (`~`) where it announces rules. */
  readonly #next: Int32Array;
  /** Rules by announcing state. */
  readonly #announced: ReadonlyMap<number, readonly number[]>;

  /** `words[i]` are the words of rule `i`; a rule without words is never announced. */
  constructor(words: readonly (readonly string[])[]) {
    const lowered = words.map((list) => list.map((word) => word.toLowerCase()));
    this.#width = this.#assignClasses(lowered.flat());
    const { children, announced } = this.#plant(lowered);
    this.#next = this.#connect(children, announced);
    this.#announced = announced;
  }

  /** Sets `hits[i]` to 1 for every rule `i` that has a word in the text. */
  scan(text: string, hits: Uint8Array): void {
    const next = this.#next;
    const classOf = this.#classOf;
    const announced = this.#announced;
    let state = 0;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      state = code < 128 ? (next[state + (classOf[code] as number)] as number) : 0;
      if (state >= 0) continue;
      state = ~state;
      for (const rule of announced.get(state) ?? []) hits[rule] = 1;
    }
  }

  #assignClasses(words: readonly string[]): number {
    let width = FIRST_CLASS;
    for (const word of words) {
      for (const character of word) {
        const code = character.charCodeAt(0);
        if (code > 127) throw new RangeError(`a keyword must be ASCII, but "${word}" is not`);
        if (this.#classOf[code] !== 0) continue;
        this.#classOf[code] = width;
        this.#classOf[character.toUpperCase().charCodeAt(0)] = width;
        width += 1;
      }
    }
    return width;
  }

  #plant(words: readonly (readonly string[])[]) {
    const children: Map<number, number>[] = [new Map()];
    const announced = new Map<number, readonly number[]>();
    words.forEach((list, rule) => {
      for (const word of list) {
        let state = 0;
        for (const character of word) {
          const symbol = this.#classOf[character.charCodeAt(0)] as number;
          let child = children[state]?.get(symbol);
          if (child === undefined) {
            child = children.length;
            children.push(new Map());
            children[state]?.set(symbol, child);
          }
          state = child;
        }
        if (state === 0) continue;
        const at = state * this.#width;
        announced.set(at, [...(announced.get(at) ?? []), rule]);
      }
    });
    return { children, announced };
  }

  /** Fills in where each state goes on when a word breaks off. Rows are copied whole: this runs in every load. */
  #connect(children: readonly Map<number, number>[], announced: Map<number, readonly number[]>): Int32Array {
    const width = this.#width;
    const next = new Int32Array(children.length * width);
    const fallback = new Int32Array(children.length);
    const queue: number[] = [0];
    for (let head = 0; head < queue.length; head += 1) {
      const state = queue[head] as number;
      const row = state * width;
      const behind = (fallback[state] as number) * width;
      if (state !== 0) next.copyWithin(row, behind, behind + width);
      children[state]?.forEach((child, symbol) => {
        const along = state === 0 ? 0 : (next[behind + symbol] as number);
        const shorter = along < 0 ? ~along : along;
        fallback[child] = shorter / width;
        const at = child * width;
        const inherited = announced.get(shorter);
        if (inherited !== undefined) {
          announced.set(at, [...new Set([...(announced.get(at) ?? []), ...inherited])]);
        }
        next[row + symbol] = announced.has(at) ? ~at : at;
        queue.push(child);
      });
    }
    return next;
  }
}
