export type { Attempt, Evidence, Failure, FailureKind, Observed } from './failure.js';
export type { Area, ReporterOptions, ReportFormat, UserRule } from './options.js';
export type { FileError, FileOutcome, RunError, RunnerTotals, TestCounts, TestOutcome } from './outcome.js';
export type {
  CategorySummary,
  Incident,
  MachineSummary,
  PassRate,
  Report,
  ReportFailure,
  RunSummary,
  TimedOutPhase,
  Totals,
} from './report/report.js';
export { REPORT_VERSION } from './report/report.js';
export type { Screen, Session, SessionResult, SessionSetup } from './session.js';
export type { EvidenceLine, Priority, Standing, Verdict } from './verdict.js';
