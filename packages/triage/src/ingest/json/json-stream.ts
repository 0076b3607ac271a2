import { JSONParser } from '@streamparser/json';
import type { LogParser } from '../log-reader.js';
import type { LogSink } from '../log-sink.js';

const DEEPEST = 500;

/** What makes something of the values of a log. */
export interface JsonConsumer {
  /** Paths of the values that are wanted: `$.testResults.*`. Each is given and let go before the next is read. */
  readonly paths: readonly string[];
  /** @param key last member of the path, a number in a list */
  take(value: unknown, key: string | number | undefined): void;
  /** The log is over; what was wrong with it has been told. */
  end(): void;
}

const newlines = (text: string): number => text.split('\n').length - 1;

const explain = (message: string): string =>
  message
    .replace(/ at chunk position.*$/s, '')
    .replace(/^Unexpected/, 'unexpected')
    .replace(/\p{Cc}/gu, (control) => JSON.stringify(control).slice(1, -1))
    .slice(0, 120);

/**
 * Reads JSON piece by piece: what came before a fault has been given by then. A byte order mark is passed over. Nesting
 * beyond 500 levels ends the reading.
 */
export class JsonStream implements LogParser {
  readonly #consumer: JsonConsumer;
  readonly #sink: LogSink;
  readonly #parser: JSONParser;
  #line = 1;
  #stopped = false;
  #started = false;
  #depth = 0;
  #inString = false;
  #escaped = false;

  /** @param sink gets what is wrong with the log */
  constructor(consumer: JsonConsumer, sink: LogSink) {
    this.#consumer = consumer;
    this.#sink = sink;
    this.#parser = new JSONParser({ paths: [...consumer.paths], keepStack: false });
    this.#parser.onValue = ({ value, key }) => consumer.take(value, key);
    this.#parser.onError = (error) => this.#fail(error);
  }

  write(text: string): void {
    if (this.#stopped) return;
    const piece = this.#started ? text : text.replace(/^\uFEFF/, '');
    this.#started ||= piece !== '';
    if (this.#isTooDeep(piece)) {
      this.#stop(`values are nested more than ${DEEPEST} levels deep`);
      return;
    }
    try {
      if (piece !== '' && !(this.#parser.isEnded && piece.trim() === '')) this.#parser.write(piece);
    } catch (error) {
      this.#fail(error);
    }
    this.#line += newlines(piece);
  }

  end(): void {
    if (!this.#parser.isEnded) this.#stop('it ends in the middle; the rest is missing');
    this.#consumer.end();
  }

  #fail(error: unknown): void {
    const message = String((error as { message?: unknown } | null)?.message ?? error);
    this.#stop(`it is not valid JSON: ${explain(message)}`);
  }

  #stop(reason: string): void {
    if (this.#stopped) return;
    this.#stopped = true;
    this.#sink.problem({ reason, line: this.#line });
  }

  /** The parser has no limit of its own, and what it builds would be too deep to walk. */
  #isTooDeep(piece: string): boolean {
    for (let index = 0; index < piece.length; index += 1) {
      const code = piece.charCodeAt(index);
      if (this.#escaped) this.#escaped = false;
      else if (this.#inString) {
        if (code === 92) this.#escaped = true;
        else if (code === 34) this.#inString = false;
      } else if (code === 34) this.#inString = true;
      else if (code === 91 || code === 123) this.#depth += 1;
      else if (code === 93 || code === 125) this.#depth -= 1;
      if (this.#depth > DEEPEST) return true;
    }
    return false;
  }
}
