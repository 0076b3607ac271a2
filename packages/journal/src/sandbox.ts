export { monotonicNow, wallNow } from './clock.js';
export type { CoreModules } from './core-modules.js';
export { coreModule } from './core-modules.js';
export type { CpuTimes } from './cpu-times.js';
export { busyShare, cpuTimes } from './cpu-times.js';
export type { ErrorCode } from './error-code.js';
export { evidence } from './evidence.js';
export { HoldfastError, isHoldfastError } from './holdfast-error.js';
export { HOLDFASTS_OWN } from './holdfasts-own.js';
export type { EvidenceName, KnownEvidence, LeakFact, WaitFact } from './known-evidence.js';
export type { AllowedLeak, LeakKind, LeakMode, LeakPolicy } from './leak-policy.js';
export { LEAKS_VARIABLE, readLeakPolicy } from './leak-policy.js';
export { leaseSink } from './lease-sink.js';
export type { MachineProfile, Tier } from './machine-profile.js';
export {
  isMachineProfile,
  MACHINE_VARIABLE,
  readMachineProfile,
  TIERS,
} from './machine-profile.js';
export { nearestName } from './nearest-name.js';
export { isForWorker, RUN_DIRECTORY_VARIABLE } from './run-directory.js';
export { snapshotError } from './snapshot-error.js';
