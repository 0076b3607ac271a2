export type { ByteSource } from './byte-source.js';
export { bytesSource } from './byte-source.js';
export type { Category } from './category.js';
export { CATEGORIES } from './category.js';
export type { Cause } from './cause.js';
export { CAUSES } from './cause.js';
export { digestLines } from './digest-lines.js';
export type { ErrorSnapshot, JsonValue } from './error-snapshot.js';
export { evidence } from './evidence.js';
export { type EvidenceSink, openEvidence } from './evidence-sink.js';
export { guarded } from './guarded.js';
export type {
  JournalDigest,
  RecordedAttempt,
  RecordedError,
  RecordedEvidence,
  RecordedFile,
  RecordedLease,
  RecordedTest,
  RecordedWorker,
} from './journal-digest.js';
export type { EvidenceName, KnownEvidence, LeakFact, WaitFact } from './known-evidence.js';
export type { AllowedLeak, LeakKind, LeakMode, LeakPolicy } from './leak-policy.js';
export { LEAK_KINDS, LEAKS_VARIABLE, leakPolicyText } from './leak-policy.js';
export { type LeaseSink, openLeases } from './lease-sink.js';
export type { MachineFacts } from './machine-facts.js';
export type { MachineProfile, Tier } from './machine-profile.js';
export { isMachineProfile, MACHINE_VARIABLE, readMachineProfile, TIERS } from './machine-profile.js';
export { nearestName } from './nearest-name.js';
export type { Phase } from './phase.js';
export { PHASES } from './phase.js';
export { readJournals } from './read-journals.js';
export type {
  ErrorRecord,
  EvidenceRecord,
  FileEndRecord,
  FileStartRecord,
  JournalRecord,
  LeaseEndRecord,
  LeaseRecord,
  SecretsRecord,
  TestEndRecord,
  TestStartRecord,
  WorkerRecord,
} from './record.js';
export { JOURNAL_VERSION } from './record.js';
export type {
  AttemptFailure,
  ClaimedLease,
  Recorder,
  RecorderOptions,
  StartedTest,
  TestRef,
} from './recorder.js';
export { createRecorder } from './recorder.js';
export { journalFileName, RUN_DIRECTORY_VARIABLE } from './run-directory.js';
export { isTorn, SECRET_MASK } from './secrets/hide-secrets.js';
export type { SecretDigest } from './secrets/secret-digest.js';
export { checkSum, digestSalt, digestSecret, rollingFactor, rollingSum } from './secrets/secret-digest.js';
export { SHORTEST_SECRET, secretValues } from './secrets/secret-values.js';
export type { SandboxProcess } from './secrets/worker-secrets.js';
export { serialiseRecord } from './serialise-record.js';
export { snapshotError } from './snapshot-error.js';
export type { SnapshotLimits } from './snapshot-limits.js';
export { DEFAULT_SNAPSHOT_LIMITS } from './snapshot-limits.js';
