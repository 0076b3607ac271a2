export { monotonicNow, wallNow } from './clock.js';
export { coreModule } from './core-modules.js';
export type { CpuTimes } from './cpu-times.js';
export { busyShare, cpuTimes } from './cpu-times.js';
export type { ErrorCode } from './error-code.js';
export { HoldfastError, isHoldfastError } from './holdfast-error.js';
export type { EvidenceName, KnownEvidence, LeakFact, WaitFact } from './known-evidence.js';
export { snapshotError } from './snapshot-error.js';
