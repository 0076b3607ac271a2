import { TIERS, type Tier } from './profile.js';

const GIBIBYTE = 2 ** 30;
/** Cores from which a machine is medium and high. */
const CORES = [4, 8];
/** The same for memory; a machine sold with 8 or 16 GB shows somewhat less. */
const MEMORY = [7 * GIBIBYTE, 14 * GIBIBYTE];
/** A machine this slow is one tier lower than its size says. */
const SLOW = 0.5;

const level = (value: number, steps: readonly number[]): number =>
  steps.filter((step) => value >= step).length;

/** The tier of a machine: the lower one of what its cores and its memory say, one less where it is slow. */
export const tierOf = ({
  cores,
  memoryBytes,
  speed,
}: {
  cores: number;
  memoryBytes: number;
  speed: number;
}): Tier => {
  const size = Math.min(level(cores, CORES), level(memoryBytes, MEMORY));
  return TIERS[Math.max(0, size - (speed < SLOW ? 1 : 0))] ?? 'low';
};
