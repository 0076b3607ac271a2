import type { ReporterOptions } from './options.js';
import type { FileOutcome, RunError, RunnerTotals } from './outcome.js';
import type { Report, ReportFailure } from './report/report.js';
import type { RunPreparation } from './run-preparation.js';

/** What the terminal can show; comes in as a value, so that nothing here looks at process.stdout. */
export interface Screen {
  /** Columns; 80 where the output is no terminal. */
  readonly width: number;
  readonly colors: boolean;
  readonly isTTY: boolean;
}

export interface SessionSetup {
  /** Absolute path of the project's root. */
  readonly rootDir: string;
  readonly runner: { readonly name: 'jest' | 'vitest'; readonly version: string };
  readonly options: ReporterOptions;
  /** Machine and settings of the run. @default the little that is known without them */
  readonly prepared?: RunPreparation | undefined;
  /** Options that stand beside the reporter's and are read elsewhere. @default none */
  readonly otherOptions?: readonly string[];
  readonly screen: Screen;
  /** The environment's variables, read for CI, HOLDFAST_* and secrets to mask. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly shard?: string;
  readonly seed?: number | string;
}

export interface SessionResult {
  readonly report: Report;
  /** Failures by the runner's own test id, for tagging. */
  readonly byRunnerId: ReadonlyMap<string, ReportFailure>;
  /** What to print at the end of the run, ready to write; empty when silent. */
  readonly summary: string;
  /** GitHub workflow commands, a line each; empty where annotations are off. */
  readonly annotations: string;
  /** Absolute paths of the reports that were written. */
  readonly written: readonly string[];
}

/**
 * One run, from outcomes to report. Adapters feed it; it never throws and never returns a promise,
 * so that it can also finish inside a signal handler.
 */
export interface Session {
  /** Absolute path of the directory that workers write their journals to. Exists; empty where none could be made. */
  readonly runDirectory: string;
  /** Environment variables that workers are to be given. */
  readonly workerVariables: Readonly<Record<string, string>>;
  fileFinished(outcome: FileOutcome): void;
  runError(error: RunError): void;
  /** A sentence on what the runner does not count as a failure; stands among the gaps of the report. */
  note(sentence: string): void;
  /**
   * Reads the journals, judges, writes the reports, removes the run directory. A second call gives the first
   * result, unless `runError` or `note` was called in between: then the reports are written anew.
   */
  finish(totals: RunnerTotals): SessionResult;
}
