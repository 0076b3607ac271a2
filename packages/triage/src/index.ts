export { findArea } from './classify/area.js';
export { type ClassifyOptions, classify } from './classify/classify.js';
export { adjustPriority, basePriority, higherPriority, type PriorityInputs } from './classify/priority.js';
export { type UserLine, userLine } from './classify/stack/user-line.js';
export type { Attempt, Evidence, Failure, FailureKind, Observed } from './failure.js';
export { fingerprint } from './fingerprint/fingerprint.js';
export { normaliseMessage } from './fingerprint/normalise-message.js';
export type { Area, ReporterOptions, ReportFormat, UserRule } from './options.js';
export type {
  FileError,
  FileOutcome,
  RunError,
  RunnerTotals,
  TestCounts,
  TestOutcome,
  TestVisitor,
} from './outcome.js';
export type {
  CategorySummary,
  Incident,
  LeftBehind,
  MachineSummary,
  PassRate,
  Report,
  ReportFailure,
  ReportTest,
  RunSummary,
  SettingsSummary,
  SkipReason,
  StaleQuarantine,
  TimedOutPhase,
  Totals,
} from './report/report.js';
export { REPORT_VERSION } from './report/report.js';
export type { RunPreparation, RunSettings } from './run-preparation.js';
export { createSession } from './session/create-session.js';
export { lendVariables } from './session/lend-variables.js';
export { type OutputStream, screenOf } from './session/screen-of.js';
export type { Screen, Session, SessionResult, SessionSetup } from './session.js';
export { FILE_OPTION_NAMES } from './settings/file-option-names.js';
export { describeCategory, describeCause } from './taxonomy/describe.js';
export type { CategoryDescription, CauseDescription } from './taxonomy/taxonomy.js';
export type { EvidenceLine, Priority, Standing, Verdict } from './verdict.js';
