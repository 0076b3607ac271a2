import { printNumber } from '../print.js';
import type { ResourceReport } from './resource-report.js';

/** Facts that a judgement needs besides the report's own figures. */
export type OverloadFacts = Omit<ResourceReport, 'overloaded' | 'reasons'> & { readonly cores: number };

/** Half of the time at this share of busy processors is a machine without reserve. */
const BUSY_CPU = 0.95;
/** Half of the time with this share of waiting. */
const HIGH_PRESSURE = 0.5;
/** From here on systems swap, or kill. */
const FULL_MEMORY = 0.95;
/** Share of the busy processors that the worker itself may use before the load counts as its own. */
const OWN_SHARE = 0.5;

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/**
 * Why the machine was overloaded, or nothing. What the worker's own process did does not excuse it: processors that
 * are busy with the test itself are no overload.
 */
export const judgeOverload = ({ cpu, ownCpu, memoryShare, pressure, cores }: OverloadFacts): string[] => {
  const ownShare = (ownCpu?.mean ?? 0) / cores;
  const byOthers = cpu === undefined || ownShare < cpu.mean * OWN_SHARE;
  const reasons: string[] = [];
  if (cpu !== undefined && cpu.p50 >= BUSY_CPU && byOthers) {
    reasons.push(
      `processors were at least ${percent(cpu.p50)} busy half of the time, ${percent(ownShare)} by this worker (${printNumber(cores)} cores)`,
    );
  }
  if (pressure !== undefined && pressure.p50 >= HIGH_PRESSURE && byOthers) {
    reasons.push(
      `work waited for a processor in at least ${percent(pressure.p50)} of the time, half of the time`,
    );
  }
  if (memoryShare !== undefined && memoryShare.p50 >= FULL_MEMORY) {
    reasons.push(`at least ${percent(memoryShare.p50)} of the memory was in use half of the time`);
  }
  return reasons;
};
