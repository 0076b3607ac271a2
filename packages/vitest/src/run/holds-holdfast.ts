import { HOLDFAST_REPORTER } from './reporter-mark.js';

const isHoldfast = (entry: unknown): boolean => {
  const reporter = Array.isArray(entry) ? entry[0] : entry;
  if (typeof reporter === 'string') return reporter === '@holdfast/vitest/reporter';
  return typeof reporter === 'object' && reporter !== null && HOLDFAST_REPORTER in reporter;
};

/** Whether a list of reporters holds Holdfast's, under its name or as an object. */
export const holdsHoldfast = (reporters: readonly unknown[]): boolean => reporters.some(isHoldfast);
