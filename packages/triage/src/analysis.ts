export { CATEGORIES, CAUSES, type Category, type Cause, nearestName } from '@holdfast/journal';
export { compareSides, type Side } from './compare/compare-sides.js';
export type { Comparison } from './compare/comparison.js';
export { renderComparison } from './compare/render-comparison.js';
export { renderComparisonMarkdown } from './compare/render-comparison-markdown.js';
export type { RunView, SeenOther, SeenTest } from './compare/run-view.js';
export { viewOfReport, viewOfRun } from './compare/run-view.js';
export { isFor, withQuarantine } from './correction/apply-known.js';
export { addCorrection, addQuarantined, removeCorrection } from './correction/edit-known.js';
export {
  type Correction,
  KNOWN_FILE,
  type KnownList,
  type Quarantined,
  type TuningDecision,
  writeKnownList,
} from './correction/known-list.js';
export { readKnownFile } from './correction/read-known-file.js';
export { renderKnown } from './correction/render-known.js';
export { type ReviewedQuarantine, reviewQuarantine } from './correction/review-known.js';
export type { Excuse, GateResult, RuleResult } from './gate/gate-result.js';
export { type GateSettings, type ResolvedGateSettings, resolveGateSettings } from './gate/gate-settings.js';
export { judgeGate } from './gate/judge-gate.js';
export { renderGate } from './gate/render-gate.js';
export { type FailureHistory, failureHistories } from './history/failure-history.js';
export { FileHistoryStore } from './history/file-store.js';
export type {
  FileOutcomes,
  History,
  HistoryRun,
  OtherFailure,
  TestFailure,
  TestTable,
} from './history/history-run.js';
export type { HistoryRange, HistoryStore } from './history/history-store.js';
export { quietRuns } from './history/quiet-runs.js';
export { renderHistory, sortSummaries } from './history/render-history.js';
export { summariseTests } from './history/summarise-tests.js';
export type { TestSummary } from './history/test-summary.js';
export { createTable } from './history/test-table.js';
export { mergeReports } from './merge/merge-reports.js';
export { readReport } from './merge/read-report.js';
export { renderRepetition } from './repeat/render-repetition.js';
export {
  isGreen,
  isSure,
  judgeRepetition,
  type RepeatedRun,
  type RepetitionResult,
} from './repeat/repetition.js';
export { renderExplanation } from './report/render-explanation.js';
export { type RenderedFormat, renderReport } from './report/render-report.js';
export { renderTerminal } from './report/render-terminal.js';
export { REPETITION_VARIABLE } from './session/session-history.js';
export { workspaceFolder } from './session/workspace-folder.js';
export { writeAtomically } from './session/write-atomically.js';
export { writeReports } from './session/write-reports.js';
export { DEFAULT_OPTIONS, REPORT_FORMATS } from './settings/default-options.js';
