import { readFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, loadavg, platform, totalmem } from 'node:os';
import { version } from 'node:process';
import type { MachineSummary } from '../report/report.js';

/** What the system is asked; a value in tests. */
export interface MachineSource {
  readonly platform: string;
  readonly arch: string;
  readonly node: string;
  readonly cores: number;
  readonly cpuModel: string | undefined;
  readonly memoryBytes: number;
  readonly loadAverage: number;
  /** Text of a file of the system, or undefined where there is none. */
  readonly readText: (path: string) => string | undefined;
}

const read = readFileSync;

/** The machine as Node and the system tell it. */
export const machineSource = (): MachineSource => ({
  platform: platform(),
  arch: arch(),
  node: version,
  cores: availableParallelism(),
  cpuModel: cpus()[0]?.model.trim(),
  memoryBytes: totalmem(),
  loadAverage: loadavg()[0] ?? 0,
  readText: (path) => {
    try {
      return read(path, 'utf8').trim();
    } catch {
      return undefined;
    }
  },
});

const positive = (text: string | undefined): number | undefined => {
  const value = Number(text);
  return text !== undefined && text !== '' && Number.isFinite(value) && value > 0 ? value : undefined;
};

/** Processors that the container may use, by quota over period; version 2 first, then version 1. */
const quotaCores = (readText: MachineSource['readText']): number | undefined => {
  const [quota, period] = readText('/sys/fs/cgroup/cpu.max')?.split(/\s+/) ?? [
    readText('/sys/fs/cgroup/cpu/cpu.cfs_quota_us'),
    readText('/sys/fs/cgroup/cpu/cpu.cfs_period_us'),
  ];
  const share = (positive(quota) ?? 0) / (positive(period) ?? 1);
  return share > 0 ? share : undefined;
};

const memoryLimit = (readText: MachineSource['readText']): number | undefined =>
  positive(readText('/sys/fs/cgroup/memory.max') ?? readText('/sys/fs/cgroup/memory/memory.limit_in_bytes'));

/** What this process may use: a container's limits count. Load is left out where the system tells none. */
export const describeMachine = (source: MachineSource): MachineSummary => {
  const isLinux = source.platform === 'linux';
  const quota = isLinux ? quotaCores(source.readText) : undefined;
  const cores = Math.max(1, Math.min(source.cores, quota === undefined ? source.cores : Math.ceil(quota)));
  const limit = isLinux ? memoryLimit(source.readText) : undefined;
  return {
    platform: source.platform,
    arch: source.arch,
    node: source.node,
    cores,
    ...(source.cpuModel ? { cpuModel: source.cpuModel } : {}),
    memoryBytes: Math.min(source.memoryBytes, limit ?? source.memoryBytes),
    ...(source.loadAverage > 0 ? { loadPerCore: Math.round((source.loadAverage / cores) * 100) / 100 } : {}),
  };
};
