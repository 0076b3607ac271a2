import { availableParallelism, totalmem } from 'node:os';
import { arch, platform, version } from 'node:process';
import type { MachineProfile } from '@holdfast/journal';
import type { MachineSummary } from '../report/report.js';

/** The machine for the report: as it was measured, else the little that Node tells without looking. */
export const summariseMachine = (profile: MachineProfile | undefined): MachineSummary => {
  const place = { platform, arch, node: version };
  if (profile === undefined) return { ...place, cores: availableParallelism(), memoryBytes: totalmem() };
  const { cores, memoryBytes, speed, speedSource, load, loadSource, tier } = profile;
  return { ...place, cores, memoryBytes, speed, speedSource, load, loadSource, tier };
};
