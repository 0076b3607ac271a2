export type { Category } from './category.js';
export { CATEGORIES } from './category.js';
export type { Cause } from './cause.js';
export { CAUSES } from './cause.js';
export type { ErrorSnapshot, JsonValue } from './error-snapshot.js';
export type { MachineFacts } from './machine-facts.js';
export type { Phase } from './phase.js';
export { PHASES } from './phase.js';
export type {
  ErrorRecord,
  EvidenceRecord,
  FileEndRecord,
  FileStartRecord,
  JournalRecord,
  TestEndRecord,
  TestStartRecord,
  WorkerRecord,
} from './record.js';
export { JOURNAL_VERSION } from './record.js';
export { journalFileName, RUN_DIRECTORY_VARIABLE } from './run-directory.js';
