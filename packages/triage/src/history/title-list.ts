const isSame = (left: readonly string[], right: readonly string[]): boolean => {
  if (left === right) return true;
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index += 1) if (left[index] !== right[index]) return false;
  return true;
};

const prefixOf = (levels: readonly string[]): string => (levels.length === 0 ? '' : `${levels.join('\0')}\0`);

/** The titles of a file's tests as one text, of which its table's id is made: made from whole groups, as tests are many. */
export class TitleList {
  #text = '';
  #levels: readonly string[] = [];
  #names: string[] = [];

  add(levels: readonly string[], name: string): void {
    if (!isSame(levels, this.#levels)) {
      this.#endGroup();
      this.#levels = levels;
    }
    this.#names.push(name);
  }

  /** A line a test: its levels and its name, with NUL between them. */
  text(): string {
    this.#endGroup();
    return this.#text;
  }

  #endGroup(): void {
    if (this.#names.length === 0) return;
    const prefix = prefixOf(this.#levels);
    this.#text += `${prefix}${this.#names.join(`\n${prefix}`)}\n`;
    this.#names = [];
  }
}
