import { cgroupLimits } from './cgroup.js';
import type { MachineSource } from './source.js';

/** What of the machine this process may use. */
export interface Usable {
  readonly cores: number;
  readonly memoryBytes: number;
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;

/** Cores by affinity and quota, memory by size and limit; the smaller one counts. */
export const usableOf = (source: MachineSource): Usable => {
  const limits = source.platform === 'linux' ? cgroupLimits(source.readText) : {};
  return {
    cores: Math.max(0.01, hundredths(Math.min(source.allowed, limits.cores ?? source.allowed))),
    memoryBytes: Math.min(source.memoryBytes, limits.memoryBytes ?? source.memoryBytes),
  };
};
