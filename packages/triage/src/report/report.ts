import type { Category, Cause, MachineFacts, MachineProfile, Tier } from '@holdfast/journal';
import type { CorrectionNote, QuarantineNote } from '../correction/known-note.js';
import type { Attempt, Evidence, FailureKind } from '../failure.js';
import type { FailureHistory } from '../history/failure-history.js';
import type { TestCounts } from '../outcome.js';
import type { RunSettings } from '../run-preparation.js';
import type { EvidenceLine, Priority, Standing, Verdict } from '../verdict.js';

export const REPORT_VERSION = 1;

/** The machine that ran the tests, as far as the system tells. */
export interface MachineSummary {
  readonly platform: string;
  readonly arch: string;
  readonly node: string;
  /** Processors this process may use: affinity and a container's quota count. May be a fraction. */
  readonly cores: number;
  /** Memory this process may use, in bytes; a container's limit counts. */
  readonly memoryBytes: number;
  /** Measured speed of one core; 1 is the reference machine. Absent, as what follows, where nobody measured. */
  readonly speed?: number;
  /** Whether the speed was measured for this run, or kept from an earlier one of this boot. */
  readonly speedSource?: MachineProfile['speedSource'];
  /** How many times longer work took because of other work when the run began, 1 to 10. */
  readonly load?: number;
  readonly loadSource?: MachineProfile['loadSource'];
  readonly tier?: Tier;
}

/** The settings of the run. */
export interface SettingsSummary extends RunSettings {
  /** Settings file, from the project's root; null where the project has none. */
  readonly file: string | null;
}

export interface RunSummary {
  readonly id: string;
  readonly runner: { readonly name: string; readonly version: string };
  /** ISO 8601. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly environment: string;
  /** Name of the CI service, or null on a machine that is none. */
  readonly ci: string | null;
  /** Null where nobody knows it: a report made from logs. */
  readonly machine: MachineSummary | null;
  /** What limits and loads were fitted by; absent where nobody decided it. */
  readonly settings?: SettingsSummary;
  readonly interrupted: 'signal' | 'bail' | 'watch' | 'other' | null;
  readonly shard?: string;
  readonly seed?: number | string;
}

export interface Totals extends TestCounts {
  /** All tests the runner counted. */
  readonly tests: number;
  /** Tests that passed only on retry; they are among `passed`. */
  readonly flaky: number;
  readonly files: { readonly passed: number; readonly failed: number; readonly skipped: number };
  /** Rows that are no test: files that did not load, hooks, workers, unhandled errors. */
  readonly otherFailures: number;
  /** passed / (passed + failed), 0 to 1; null where no test was executed. */
  readonly passRate: number | null;
}

/** One row of the inventory. */
export interface ReportFailure {
  /** Stable over runs while file and title stay: `f-` and ten characters. */
  readonly id: string;
  readonly kind: FailureKind;
  readonly title: readonly string[];
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly project: string | null;
  readonly area: string | null;
  readonly tags: readonly string[];
  readonly flaky: boolean;
  readonly durationMs: number | null;
  readonly verdict: Verdict;
  /** Id of the incident it belongs to. */
  readonly incident: string;
  readonly fingerprint: string;
  readonly attempts: readonly Attempt[];
  /** False where earlier attempts ran but their errors were not kept by the runner. */
  readonly attemptsComplete: boolean;
  readonly evidence: readonly Evidence[];
  readonly machine: MachineFacts | null;
  /** What earlier runs say; absent where none is known. */
  readonly history?: FailureHistory;
  /** A person corrected the verdict; absent where nobody did. */
  readonly correction?: CorrectionNote;
  /** This failure is known and being worked on; absent where it is not in quarantine. */
  readonly quarantine?: QuarantineNote;
}

/** Failures that share one cause. */
export interface Incident {
  /** `i-` and ten characters, stable while the shared cause stays the same. */
  readonly id: string;
  readonly category: Category;
  readonly cause: Cause;
  readonly priority: Priority;
  readonly standing: Standing;
  readonly confidence: number;
  /** What is shared, for a headline: `127.0.0.1:5432 refuses connections`; else the title of the most telling failure. */
  readonly title: string;
  readonly why: string;
  readonly advice: readonly string[];
  readonly evidence: readonly EvidenceLine[];
  /** Ids of the failures, the most telling one first. */
  readonly failures: readonly string[];
  /** True where every failure in it passed on retry. */
  readonly flaky: boolean;
}

export interface PassRate {
  /** Folder, area or category the rate is of. */
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly rate: number;
}

export interface CategorySummary {
  readonly category: Category;
  readonly description: string;
  readonly failures: number;
  /** Share of all failure rows, 0 to 1. */
  readonly share: number;
  readonly causes: readonly { readonly cause: Cause; readonly failures: number }[];
}

/** A timed-out test and where its time went. */
export interface TimedOutPhase {
  readonly failure: string;
  readonly phase: string;
  readonly durationMs: number | null;
  readonly limitMs: number | null;
}

/** Something that a test opened and did not close, or changed and did not put back. */
export interface LeftBehind {
  readonly title: readonly string[];
  readonly file: string;
  /** Kind of thing: `server`, `environment`, `temporary-file`, ... */
  readonly kind: string;
  readonly what: string;
  /** What became of it, where it was changed and not opened. */
  readonly change?: string;
  /** Line that opened it. */
  readonly place?: string;
}

/** A test without a row among the failures. */
export interface ReportTest {
  readonly file: string | null;
  readonly project: string | null;
  readonly title: readonly string[];
  /** `failed` only where the runner counted a failure and did not tell it. */
  readonly status: 'passed' | 'failed' | 'skipped' | 'todo';
  readonly durationMs: number | null;
}

/** Tests that ended themselves as skipped, and why. */
export interface SkipReason {
  readonly reason: string;
  /** How many tests gave this reason. */
  readonly tests: number;
}

/** A test in quarantine that should not be there any more. */
export interface StaleQuarantine {
  /** File and title, on one line. */
  readonly test: string;
  /** `expired`: its date is over, the failure counts again; `fixed`: it has not failed like this for long. */
  readonly state: 'expired' | 'fixed';
  readonly owner: string;
  /** Date, `2026-12-24`. */
  readonly until: string;
  /** Earlier runs of the test since it last failed like this; null where the history does not say. */
  readonly quietRuns: number | null;
}

/** report.json. Everything else is rendered from it. */
export interface Report {
  readonly format: 'holdfast-report';
  readonly version: typeof REPORT_VERSION;
  readonly run: RunSummary;
  readonly totals: Totals;
  /** High priority first; among equals bugs first, then by number of failures. */
  readonly incidents: readonly Incident[];
  readonly failures: readonly ReportFailure[];
  /** Best to worst. */
  readonly folders: readonly PassRate[];
  readonly areas: readonly PassRate[];
  readonly categories: readonly CategorySummary[];
  readonly timeouts: readonly TimedOutPhase[];
  /** What tests left behind, where the ledger of leaks was kept. */
  readonly leftBehind?: readonly LeftBehind[];
  /** Why tests ended themselves as skipped, the most frequent reason first; absent where none did. */
  readonly skips?: readonly SkipReason[];
  /** What is to be tidied in the quarantine; absent where nothing is. */
  readonly staleQuarantine?: readonly StaleQuarantine[];
  /** Tests that are not among the failures, in the order of the run; only where a format that lists them was asked for. */
  readonly tests?: readonly ReportTest[];
  /** What this report could not find out, and inner errors, each a sentence. */
  readonly gaps: readonly string[];
}
