import type { Screen } from '@holdfast/triage/terminal';

/** Takes text; a command prints nowhere else. */
export interface Output {
  write(text: string): void;
}

/** What a command finds around it. Comes in as a value, so that tests need no process. */
export interface Context {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute path. */
  readonly cwd: string;
  /** What standard output can show; no colours where it is piped. */
  readonly screen: Screen;
  /** The same for standard error, where progress and errors go. */
  readonly errorScreen: Screen;
}
