/** What the machine was doing around one moment of a test. Every field is absent where the system does not tell. */
export interface MachineFacts {
  /** Share of all processors that was busy since the last sample, 0 to 1. */
  readonly cpuBusy?: number;
  /** Longest delay of the worker's event loop since the last sample, in milliseconds. */
  readonly loopLagMs?: number;
  /** Share of the time since the test started in which the worker's event loop was busy, 0 to 1. */
  readonly loopBusy?: number;
  /** Free memory of the machine, in bytes. */
  readonly freeMemoryBytes?: number;
  /** Resident memory of the worker, in bytes. */
  readonly residentBytes?: number;
  /** File descriptors that the worker holds open. */
  readonly openFiles?: number;
  /** Run-queue average over one minute, per processor. */
  readonly loadPerCore?: number;
}
