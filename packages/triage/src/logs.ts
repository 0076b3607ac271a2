export type { LogSummary } from './ingest/log-collector.js';
export type { LogParser, LogReader } from './ingest/log-reader.js';
export type { DeclaredTotals, LoggedTest, LogProblem, LogSink } from './ingest/log-sink.js';
export { type ReadLogOptions, readLog } from './ingest/read-log.js';
export { READERS } from './ingest/readers.js';
export { type FoundLogs, findLogs } from './ingest/source/find-logs.js';
export type { LogSource } from './ingest/source/log-source.js';
export { type ReadOptions, readReporterOptions } from './ingest/source/read-reporter-options.js';
export {
  type LogProgress,
  type TriageLogsResult,
  type TriageLogsSetup,
  triageLogs,
  type UnreadLog,
} from './ingest/triage-logs.js';
