import type { RunnerTotals } from '@holdfast/triage';

/** What of Vitest's configuration can cut a run short. */
export interface InterruptionConfig {
  readonly bail?: number;
  readonly watch?: boolean;
}

/** Why a run was cut short, where it was. */
export const interruptionOf = (
  reason: string,
  { bail = 0, watch = false }: InterruptionConfig,
  failedTests: number,
): RunnerTotals['interrupted'] => {
  if (reason !== 'interrupted') return undefined;
  if (bail > 0 && failedTests >= bail) return 'bail';
  return watch ? 'watch' : 'other';
};
