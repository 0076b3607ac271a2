import { coreModule } from '@holdfast/journal/sandbox';

/** What the system is asked; a value in tests. */
export interface MachineSource {
  readonly platform: string;
  readonly node: string;
  readonly cpuModel: string | undefined;
  /** Processors of the machine. */
  readonly processors: number;
  /** Processors that this process may run on: affinity counts. */
  readonly allowed: number;
  readonly memoryBytes: number;
  /** Run-queue average over one minute; 0 where the system has none. */
  readonly loadAverage: () => number;
  /** Text of a file of the system, trimmed, or undefined where there is none. */
  readonly readText: (path: string) => string | undefined;
}

const fs = coreModule('node:fs');
const os = coreModule('node:os');
const process = coreModule('node:process');
const read = fs?.readFileSync;
const loadavg = os?.loadavg;

const readText = (path: string): string | undefined => {
  try {
    return read?.(path, 'utf8').trim();
  } catch {
    return undefined;
  }
};

/** The machine as Node and the system tell it; one core and no memory outside Node. */
export const machineSource = (): MachineSource => {
  const processors = os?.cpus() ?? [];
  return {
    platform: process?.platform ?? 'unknown',
    node: process?.version ?? 'unknown',
    cpuModel: processors[0]?.model.trim(),
    processors: Math.max(1, processors.length),
    allowed: Math.max(1, os?.availableParallelism() ?? 1),
    memoryBytes: os?.totalmem() ?? 0,
    loadAverage: () => loadavg?.()[0] ?? 0,
    readText,
  };
};
