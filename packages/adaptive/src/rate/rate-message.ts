import { printCount, printNumber } from '../print.js';
import type { RateComparison } from '../statistics/compare-rate.js';
import type { Counts } from './counts.js';

/** A rate that was compared with a threshold, for a message. */
export interface ComparedRate {
  readonly counts: Counts;
  readonly comparison: RateComparison;
  /** What the samples did: `succeeded`, `failed`. */
  readonly verb: 'succeeded' | 'failed';
  readonly threshold: number;
  readonly confidence: number;
  /** True where the assertion asks for certainty and not for the rate that was seen. */
  readonly asksForCertainty: boolean;
  /** The samples are those of a sequential test, whose verdict it is; not the interval decides then. */
  readonly isSequential: boolean;
  readonly isNot: boolean;
}

const percent = (share: number): string => `${Math.round(share * 1_000) / 10} %`;

const expectation = ({ verb, threshold, isNot }: ComparedRate): string => {
  const bound = verb === 'succeeded' ? 'at least' : 'at most';
  return `${isNot ? 'not ' : ''}${bound} ${percent(threshold)}`;
};

const allOrNothing = ({ counts, verb }: ComparedRate): string | undefined => {
  if (counts.successes > 0) return undefined;
  const which = verb === 'succeeded' ? 'None succeeded' : 'All failed';
  return `${which}: the operation is missing or broken altogether. That is another fault than one that comes and goes, and no threshold mends it.`;
};

const certainty = (rate: ComparedRate): string | undefined => {
  const { comparison, asksForCertainty, isSequential, threshold, counts } = rate;
  if (comparison.verdict !== 'cannot-tell') return undefined;
  const { samplesNeeded } = comparison;
  if (isSequential) {
    const more =
      samplesNeeded === undefined
        ? ''
        : `; about ${printNumber(samplesNeeded)} would do, if the rate stays as it is`;
    return `Cannot tell yet: ${printCount(counts.total, 'sample')} did not suffice${more}. Raise \`max\`.`;
  }
  const remedy =
    samplesNeeded === undefined
      ? 'the rate seen is the threshold itself, so more samples of the same kind would not tell'
      : `${printCount(samplesNeeded, 'sample')} would do, if the rate stays as it is`;
  const lead = asksForCertainty ? 'Cannot tell yet' : 'The sample is too small to tell';
  return `${lead}: ${percent(threshold)} is within the interval; ${remedy}.`;
};

/** Fact, figures, then what to do; for a comparison that passed or not. */
export const rateMessage = (rate: ComparedRate): string => {
  const { counts, comparison, verb, confidence } = rate;
  const count = verb === 'succeeded' ? counts.successes : counts.total - counts.successes;
  const { lower, upper } = comparison.interval;
  const interval = `${percent(confidence)} interval ${percent(lower)} to ${percent(upper)}`;
  return [
    `${printNumber(count)} of ${printNumber(counts.total)} ${verb} (${percent(count / counts.total)}; ${interval}); expected ${expectation(rate)}.`,
    allOrNothing(rate),
    certainty(rate),
    ...counts.errors,
  ]
    .filter((line) => line !== undefined)
    .join('\n');
};
