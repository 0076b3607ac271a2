import type { LogSink } from './log-sink.js';

/** Reads one log, piece by piece. Neither method throws on any text. */
export interface LogParser {
  /** The next piece; may end anywhere, within a line or a character's pair too. */
  write(text: string): void;
  /** The log is over. */
  end(): void;
}

/** A format that logs come in. To add one, copy a neighbour and list it in `readers.ts`. */
export interface LogReader {
  /** As `--format` takes it. */
  readonly id: string;
  /** As people call it. */
  readonly name: string;
  /** Whether a log that begins like this is in this format. The name of the file plays no part. */
  recognises(head: string): boolean;
  open(sink: LogSink): LogParser;
}
