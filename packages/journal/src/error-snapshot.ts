export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/**
 * A thrown value as plain data: what is left of it after a journey between realms, threads and
 * processes. Made by `snapshotError`; never holds the value itself.
 */
export interface ErrorSnapshot {
  /** The error's `name`; the name of its class where `name` is missing or just `'Error'`. Absent for a thrown non-error. */
  readonly name?: string;
  /** Error code as thrown: `'ECONNREFUSED'`, `'ERR_ASSERTION'`, `'23505'`, ... */
  readonly code?: string;
  /** The message, or the printed value of a thrown non-error. Never absent, may be empty. */
  readonly message: string;
  /** Stack as the engine or the runner printed it; may repeat the message in its first lines. */
  readonly stack?: string;
  /** True where the thrown value was not an error at all (`throw 'text'`, `reject(undefined)`). */
  readonly thrownValue?: true;
  /** What an assertion expected, printed. */
  readonly expected?: string;
  /** What an assertion received, printed. */
  readonly actual?: string;
  /** Own enumerable plain properties other than the ones above. */
  readonly properties?: { readonly [key: string]: JsonValue };
  readonly cause?: ErrorSnapshot;
  /** The parts of an AggregateError. */
  readonly errors?: readonly ErrorSnapshot[];
  /** True where text was cut or members were left out to keep the snapshot small. */
  readonly truncated?: true;
}
