import { Buffer } from 'node:buffer';
import type { LogParser, LogReader } from './log-reader.js';
import type { LogSink } from './log-sink.js';
import { READERS } from './readers.js';
import type { LogSource } from './source/log-source.js';
import { binaryKind, encodingOf, TextDecoding } from './source/text-decoding.js';
import { consoleLine } from './text/console-line.js';
import { rootElement } from './text/root-element.js';

const NO_UTF8 = 'it is not in UTF-8; read as Windows-1252 from here on';
/** Enough to tell an encoding by. */
const FIRST_BYTES = 1_024;
/** A log of a build may say much before its first test. */
const LONGEST_HEAD = 2_000_000;

export interface ReadLogOptions {
  /** Id of the format, for a log that does not show it. @default found by content */
  readonly format?: string;
  /** Called with the number of bytes that were read so far. */
  readonly progress?: (bytes: number) => void;
}

/** Readers by content: structured formats see the text as it is, consoles without colours and times. */
const findReader = (head: string, whole: boolean): LogReader | undefined => {
  const plainly = READERS.find((reader) => reader.recognises(head));
  if (plainly !== undefined || rootElement(head) !== undefined) return plainly;
  // The last line may be cut in the middle.
  const lines = head.split('\n');
  const plain = (whole ? lines : lines.slice(0, -1))
    .map((line) => consoleLine(line.endsWith('\r') ? line.slice(0, -1) : line))
    .join('\n');
  return READERS.find((reader) => reader.recognises(plain));
};

const unknownReason = (head: string): string => {
  const root = rootElement(head);
  const known = READERS.map(({ name }) => name).join(', ');
  return root === undefined
    ? `it is in no format that is known (${known})`
    : `its root element is <${root.slice(0, 60)}>, which no format has that is known (${known})`;
};

class LogReading {
  readonly #sink: LogSink;
  readonly #format: string | undefined;
  #decoding: TextDecoding | undefined;
  #parser: LogParser | undefined;
  #reader: LogReader | undefined;
  #head = '';
  #stopped = false;
  #first: Uint8Array = new Uint8Array(0);
  #lines = 1;

  constructor(sink: LogSink, format: string | undefined) {
    this.#sink = sink;
    this.#format = format;
  }

  get reader(): LogReader | undefined {
    return this.#reader;
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  write(bytes: Uint8Array): void {
    if (this.#stopped) return;
    if (this.#decoding !== undefined) this.#take(this.#decoding.decode(bytes), false);
    else {
      this.#first = this.#first.length === 0 ? bytes : Buffer.concat([this.#first, bytes]);
      if (this.#first.length >= FIRST_BYTES) this.#openText();
    }
  }

  end(): void {
    if (!this.#stopped && this.#decoding === undefined) this.#openText();
    if (this.#stopped) return;
    this.#take(this.#decoding?.end() ?? '', true);
    this.#parser?.end();
  }

  #stop(reason: string): void {
    this.#stopped = true;
    this.#sink.problem({ reason });
  }

  #openText(): void {
    const bytes = this.#first;
    this.#first = new Uint8Array(0);
    const binary = binaryKind(bytes);
    if (bytes.length === 0 || binary !== undefined) {
      this.#stop(`it is ${binary ?? 'empty'}`);
      return;
    }
    const encoding = encodingOf(bytes);
    try {
      this.#decoding = new TextDecoding(encoding, (before) =>
        this.#sink.problem({ reason: NO_UTF8, line: this.#lines + before }),
      );
    } catch {
      this.#stop(`its encoding, ${encoding.slice(0, 40)}, is not known`);
      return;
    }
    this.#take(this.#decoding.decode(bytes), false);
  }

  #take(text: string, whole: boolean): void {
    if (this.#parser === undefined) {
      this.#head += this.#head === '' ? text.replace(/^\uFEFF/, '') : text;
      this.#open(whole);
    } else this.#parser.write(text);
    if (this.#decoding !== undefined && this.#lines < Number.MAX_SAFE_INTEGER) this.#count(text);
  }

  /** Only for the place of a byte that is no text: cheap beside the reading. */
  #count(text: string): void {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#lines += 1;
  }

  #open(whole: boolean): void {
    const head = this.#head;
    const named = READERS.find(({ id }) => id === this.#format);
    const reader = named ?? findReader(head, whole);
    if (reader !== undefined) {
      this.#reader = reader;
      this.#parser = reader.open(this.#sink);
      this.#head = '';
      this.#parser.write(head);
    } else if (head.trim() === '' && whole) this.#stop('it is empty');
    else if (whole || head.length > LONGEST_HEAD) {
      this.#stop(unknownReason(head));
    }
  }
}

/** What a file of the system says when it cannot be read. */
const systemReason = (error: unknown): string => {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return `it cannot be read (${String(code ?? message ?? error)})`;
};

/**
 * Reads one log into a sink, as it comes. Never throws: what is wrong with the log is a problem of the sink.
 * @returns the reader whose format the log is in; undefined for none
 */
export const readLog = async (
  source: LogSource,
  sink: LogSink,
  { format, progress }: ReadLogOptions = {},
): Promise<LogReader | undefined> => {
  const reading = new LogReading(sink, format);
  let bytes = 0;
  try {
    for await (const piece of source.open()) {
      reading.write(piece);
      bytes += piece.length;
      progress?.(bytes);
      if (reading.stopped) break;
    }
  } catch (error) {
    sink.problem({ reason: systemReason(error) });
  }
  reading.end();
  return reading.reader;
};
