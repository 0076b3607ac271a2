/** A log that can be read: a file, or standard input. */
export interface LogSource {
  /** As messages call it: the path as it was given, or `standard input`. */
  readonly name: string;
  /** In bytes, where it is known. */
  readonly size?: number;
  /** Milliseconds since 1970. */
  readonly modifiedAtMs?: number;
  /** True for one that was named itself; one that was found in a folder may be something else. @default false */
  readonly named?: boolean;
  open(): AsyncIterable<Uint8Array>;
}
