import { compareRanks } from '@holdfast/adaptive/statistics';
import { durationOfLevel } from './outcome-code.js';
import type { DurationTrend } from './test-summary.js';

/** Fewer runs in a half say nothing of a trend. */
const LEAST_HALF = 8;
/** A smaller change is not worth a line, however sure it is. */
const LEAST_RATIO = 1.25;
const LEAST_CHANGE_MS = 20;
/** Chance of calling noise a trend. */
const RISK = 0.01;

const median = (levels: readonly number[]): number => {
  // Numbers in a typed array are sorted without a call for each comparison.
  const sorted = Int8Array.from(levels).sort();
  return durationOfLevel(sorted[sorted.length >> 1] ?? 0);
};

/**
 * Whether a test takes longer or shorter than it did, from its latest durations in order, the oldest first: the halves are compared by
 * ranks, and a change counts if chance gives one like it in 1 of 100 cases at most and it is a quarter and 20 ms or more.
 */
export const durationTrend = (levels: readonly number[]): DurationTrend | null => {
  if (levels.length === 0) return null;
  const half = levels.length >> 1;
  const older = levels.slice(0, half);
  const newer = levels.slice(half);
  const medianMs = median(levels);
  if (half < LEAST_HALF) return { medianMs, direction: 'too-few-runs', ratio: 1 };
  const before = median(older);
  const after = median(newer);
  const ratio = after / before;
  const isLarge = Math.max(ratio, 1 / ratio) >= LEAST_RATIO && Math.abs(after - before) >= LEAST_CHANGE_MS;
  // The comparison costs more than all else here, and most tests do not need it.
  if (!isLarge || compareRanks(older, newer).probability > RISK)
    return { medianMs, direction: 'same', ratio };
  return { medianMs, direction: ratio > 1 ? 'slower' : 'faster', ratio };
};
