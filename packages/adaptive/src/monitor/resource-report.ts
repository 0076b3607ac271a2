import type { Spread } from './series.js';

/** What the machine and the worker did while a test ran. A field is absent where the system does not tell. */
export interface ResourceReport {
  readonly durationMs: number;
  readonly samples: number;
  /** Share of all processors that was busy, 0 to 1. */
  readonly cpu?: Spread;
  /** Processors that the worker's own process used; 1 is one core. */
  readonly ownCpu?: Spread;
  /** Resident memory of the worker's process, in bytes. */
  readonly memory?: Spread;
  /** Share of the usable memory that is in use by anybody, 0 to 1. */
  readonly memoryShare?: Spread;
  /** How late the event loop was, in milliseconds. */
  readonly loopLag?: Spread;
  /** File descriptors that the worker's process held open. */
  readonly openFiles?: Spread;
  /** Share of time in which work waited for a processor, 0 to 1. */
  readonly pressure?: Spread;
  /** Whether others kept the machine so busy that a time-out may be its fault. */
  readonly overloaded: boolean;
  /** Why, with figures. */
  readonly reasons: readonly string[];
}
