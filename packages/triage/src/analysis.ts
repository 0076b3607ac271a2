export { readKnownFile } from './correction/read-known-file.js';
export { failureHistories } from './history/failure-history.js';
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
export { summariseTests } from './history/summarise-tests.js';
export type { TestSummary } from './history/test-summary.js';
export { createTable } from './history/test-table.js';
