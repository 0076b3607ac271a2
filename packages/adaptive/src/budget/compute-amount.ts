import type { MachineProfile } from '../machine/profile.js';
import type { ResolvedPolicy } from '../settings/policy.js';

/** What an amount of work is fitted to. */
export interface AmountFacts {
  readonly machine: Pick<MachineProfile, 'cores' | 'memoryBytes' | 'speed' | 'load'>;
  readonly load: ResolvedPolicy['load'];
}

/** An amount and how it came about. */
export interface FittedAmount {
  readonly asked: number;
  readonly amount: number;
  /** Undefined where the amount is as asked. */
  readonly reason: string | undefined;
}

const REFERENCE_CORES = 4;
const REFERENCE_MEMORY_BYTES = 8 * 2 ** 30;
/** The machine makes an amount at most this many times larger or smaller. */
const HIGHEST_AMOUNT_FACTOR = 10;

const capped = (factor: number): number =>
  Math.min(HIGHEST_AMOUNT_FACTOR, Math.max(1 / HIGHEST_AMOUNT_FACTOR, factor));

const hundredths = (value: number): number => Math.round(value * 100) / 100;

/**
 * What the machine bears, against one with 4 cores, 8 GiB, speed 1 and nothing else to do:
 * `speed x min(cores / 4, memory / 8 GiB) / load`, from a tenth to ten times. The scarcer of cores and memory counts.
 */
export const capacity = ({ cores, memoryBytes, speed, load }: AmountFacts['machine']): number => {
  const memory = memoryBytes > 0 ? memoryBytes / REFERENCE_MEMORY_BYTES : Number.POSITIVE_INFINITY;
  return capped((speed * Math.min(cores / REFERENCE_CORES, memory)) / load);
};

/** What one core bears of work done one after another: `speed / load`, from a tenth to ten times. */
export const pace = ({ cores, speed, load }: AmountFacts['machine']): number =>
  capped((speed * Math.min(1, cores)) / load);

/** `asked x factor`, at least 1, a whole number; a number in the settings stands in the place of the machine's factor. */
export const computeAmount = (
  asked: number,
  facts: AmountFacts,
  ofMachine: typeof capacity,
): FittedAmount => {
  const { machine, load } = facts;
  const factor = load === 'measured' ? ofMachine(machine) : load;
  const amount = Math.max(1, Math.round(asked * factor));
  if (amount === asked) return { asked, amount, reason: undefined };
  const reason =
    load === 'measured'
      ? `${machine.cores} cores, ${hundredths(machine.memoryBytes / 2 ** 30)} GiB, speed ${machine.speed}, load ${machine.load}`
      : `multiplier ${load}`;
  return { asked, amount, reason };
};
