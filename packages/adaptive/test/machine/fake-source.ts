import type { MachineSource } from '../../src/machine/source.js';

export interface FakeMachine {
  readonly files?: Readonly<Record<string, string>>;
  readonly loadAverage?: number;
  readonly processors?: number;
  readonly platform?: string;
}

/** A machine with four processors and 16 GiB that has these files and no others. */
export const fakeSource = ({
  files = {},
  loadAverage = 0,
  processors = 4,
  platform = 'linux',
}: FakeMachine): MachineSource => ({
  platform,
  node: 'v20.20.0',
  cpuModel: 'a processor',
  processors,
  allowed: processors,
  memoryBytes: 16 * 2 ** 30,
  loadAverage: () => loadAverage,
  readText: (path) => files[path],
});
