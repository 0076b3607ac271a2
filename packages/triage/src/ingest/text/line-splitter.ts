/** Longest line that is kept, in characters; of a longer one the rest is left out. */
const LONGEST_LINE = 100_000;

/** Cuts a text that comes in pieces into lines. Ends of lines are LF or CRLF. */
export class LineSplitter {
  readonly #take: (line: string, number: number) => void;
  #rest = '';
  #number = 0;

  /** @param take gets each line and its number, from 1 */
  constructor(take: (line: string, number: number) => void) {
    this.#take = take;
  }

  write(text: string): void {
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      this.#give(this.#rest + text.slice(from, end));
      this.#rest = '';
      from = end + 1;
    }
    const room = LONGEST_LINE - this.#rest.length;
    if (room > 0) this.#rest += text.slice(from, from + room);
  }

  end(): void {
    if (this.#rest !== '') this.#give(this.#rest);
    this.#rest = '';
  }

  #give(line: string): void {
    this.#number += 1;
    const whole = line.endsWith('\r') ? line.slice(0, -1) : line;
    this.#take(whole.length > LONGEST_LINE ? whole.slice(0, LONGEST_LINE) : whole, this.#number);
  }
}
