export { monotonicNow, wallNow } from './clock.js';
export { coreModule } from './core-modules.js';
export type { CpuTimes } from './cpu-times.js';
export { busyShare, cpuTimes } from './cpu-times.js';
export { snapshotError } from './snapshot-error.js';
