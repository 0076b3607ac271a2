import { coreModule } from './core-modules.js';
import { round } from './intrinsics.js';

const performance = coreModule('node:perf_hooks')?.performance;

/** Monotonic milliseconds that fake timers do not touch. */
export const monotonicNow: () => number =
  performance === undefined ? () => 0 : performance.now.bind(performance);

const origin = performance?.timeOrigin ?? 0;

/** Milliseconds since the Unix epoch, whole, even where tests have replaced Date. */
export const wallNow = (): number => round(origin + monotonicNow());
