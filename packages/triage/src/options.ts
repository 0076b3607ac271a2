import type { AllowedLeak, Category, Cause, LeakMode } from '@holdfast/journal';
import type { Failure } from './failure.js';
import type { Priority } from './verdict.js';

/** A part of the product that has its own urgency. */
export interface Area {
  /** As the pass rates by area call it. */
  readonly name: string;
  /** Glob patterns of test files, from the project's root: `tests/auth/**`. */
  readonly paths?: readonly string[];
  /** Runner tags, or `@words` in a title. */
  readonly tags?: readonly string[];
  /** Priority of BUG verdicts here, and the floor for all others. */
  readonly priority?: Priority;
}

/**
 * A rule of the user's own. All the conditions that are given must hold; the first rule that holds
 * decides, before any built-in rule.
 */
export interface UserRule {
  readonly name: string;
  /** Searched in the messages of the error and of its causes. A string is taken literally. */
  readonly message?: string | RegExp;
  /** Glob pattern (from the project's root) or expression for the test file. */
  readonly file?: string | RegExp;
  /** Code of the error or of one of its causes. */
  readonly code?: string;
  /** Asked about the whole failure. A rule whose function throws is passed over. */
  readonly when?: (failure: Failure) => boolean;
  readonly category: Category;
  /** One of the category's named causes. @default the category's `other-` cause */
  readonly cause?: Cause;
  /** @default that of the cause */
  readonly priority?: Priority;
  /** One line for the report. @default the rule's name */
  readonly why?: string;
  /** What to do next. @default that of the cause */
  readonly advice?: string | readonly string[];
}

/**
 * A report: `json`, `text`, `csv`, `markdown`, `html`; for other tools `ctrf` (Common Test Report Format) and `junit` (JUnit XML),
 * which list every test; `agent`, the short form for coding agents.
 */
export type ReportFormat = 'json' | 'text' | 'csv' | 'markdown' | 'html' | 'ctrf' | 'junit' | 'agent';

/** Options of the reporter, the same in Jest and Vitest. */
// No interface: the runners take a record of unknown options, and an interface is none to the compiler.
export type ReporterOptions = {
  /** Folder for the reports, from the project's root. @default 'holdfast-report' */
  readonly outputDir?: string;
  /**
   * Folder that the outcome of every run is kept in, from the project's root: `holdfast history` answers from it, and
   * verdicts know flaky tests by it. False keeps none. @default '.holdfast/history'
   */
  readonly historyDir?: string | false;
  /**
   * Which reports to write; with `ctrf` or `junit` among them, report.json lists every test too.
   * @default ['json', 'text', 'csv', 'markdown', 'html']
   */
  readonly formats?: readonly ReportFormat[];
  /** Name of the environment. @default HOLDFAST_ENVIRONMENT, else 'ci' on a CI machine, else 'local' */
  readonly environment?: string;
  /** Parts of the product with an urgency of their own. The first that a failure lies in counts. */
  readonly areas?: readonly Area[];
  /** Rules of your own, asked in order before the built-in ones. */
  readonly rules?: readonly UserRule[];
  /** Further secrets to mask, besides the well-known shapes. A string is taken literally. */
  readonly masks?: readonly (string | RegExp)[];
  /**
   * Whether to keep a ledger of what each test opens and does not close, changes and does not put back: tell it in the
   * report, fail the test, or keep none. Where it is not given, the variable HOLDFAST_LEAKS says it. @default 'off'
   */
  readonly leaks?: 'off' | LeakMode;
  /** Leaks that are known and accepted. @default none */
  readonly allowedLeaks?: readonly AllowedLeak[];
  /** How many incidents the terminal shows before it points to the report. @default 10 */
  readonly maxIncidents?: number;
  /** Print nothing at the end of the run; reports are still written. @default false */
  readonly silent?: boolean;
  /** Print workflow annotations for GitHub. @default true on GitHub Actions */
  readonly annotations?: boolean;
};
