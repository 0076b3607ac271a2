import type { MachineProfile } from '../machine/profile.js';
import type { FittedLimit } from './fitted-limit.js';

/** What a time limit is fitted to. */
export interface TimeFacts {
  readonly machine: Pick<MachineProfile, 'cores' | 'speed' | 'load'>;
  /** Out of the settings. */
  readonly multiplier: number;
  /** Whether a faster machine gets a shorter limit. */
  readonly mayShorten: boolean;
}

/** The machine makes a limit at most this many times longer, or shorter where that was asked for. */
export const HIGHEST_TIME_FACTOR = 10;

/** Long limits are rounded up, so that they read well. */
const STEP_MS = 100;
const STEPS_FROM_MS = 1_000;

const roundUp = (ms: number): number =>
  // A millionth is what multiplication adds by itself.
  ms < STEPS_FROM_MS ? Math.ceil(ms - 1e-6) : Math.ceil(ms / STEP_MS - 1e-6) * STEP_MS;

/** How many times longer one piece of work takes here than on the idle reference machine; 10 at most. */
export const slowness = ({ machine, mayShorten }: Pick<TimeFacts, 'machine' | 'mayShorten'>): number => {
  const speed = machine.speed * Math.min(1, machine.cores);
  const factor = mayShorten ? machine.load / speed : Math.max(1, 1 / speed) * machine.load;
  return Math.min(HIGHEST_TIME_FACTOR, Math.max(1 / HIGHEST_TIME_FACTOR, factor));
};

/**
 * `asked x multiplier x min(10, max(1, 1 / speed) x load)`, where a quota below one core counts as slowness. Never
 * shorter than asked times the multiplier, unless that is allowed; never shorter on a slower or busier machine.
 */
export const computeTimeLimit = (askedMs: number, facts: TimeFacts): FittedLimit => {
  const { machine, multiplier } = facts;
  const factor = multiplier * slowness(facts);
  const rounded = roundUp(askedMs * factor);
  const limitMs = factor === 1 ? askedMs : factor > 1 ? Math.max(askedMs, rounded) : rounded;
  if (limitMs === askedMs) return { askedMs, limitMs, reason: undefined };
  const parts = [
    `speed ${machine.speed}`,
    `load ${machine.load}`,
    ...(machine.cores < 1 ? [`${machine.cores} of a core`] : []),
    ...(multiplier === 1 ? [] : [`multiplier ${multiplier}`]),
  ];
  return { askedMs, limitMs, reason: parts.join(', ') };
};
