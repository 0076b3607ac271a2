import type { LogParser } from '../log-reader.js';

/** Longest line that is kept, in characters; of a longer one the rest is left out. */
const LONGEST_LINE = 100_000;

/** What makes something of a log line by line. */
export interface LineConsumer {
  /** @param number from 1 */
  take(line: string, number: number): void;
  /**
   * The log is over.
   * @param lines how many it had
   */
  end(lines: number): void;
}

/** Cuts a log that comes in pieces into lines. Ends of lines are LF or CRLF. */
export class LineParser implements LogParser {
  readonly #consumer: LineConsumer;
  readonly #clean: (line: string) => string;
  #rest = '';
  #number = 0;

  /** @param clean takes out of each line what is no part of the text */
  constructor(consumer: LineConsumer, clean: (line: string) => string) {
    this.#consumer = consumer;
    this.#clean = clean;
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
    this.#consumer.end(this.#number);
  }

  #give(line: string): void {
    this.#number += 1;
    const whole = line.endsWith('\r') ? line.slice(0, -1) : line;
    const kept = whole.length > LONGEST_LINE ? whole.slice(0, LONGEST_LINE) : whole;
    this.#consumer.take(this.#clean(kept), this.#number);
  }
}
