import { acceptNumber } from './number.js';

/** A day: what is longer is a mistake in the unit. */
export const LONGEST_LIMIT_MS = 86_400_000;

/**
 * The time limit itself, in milliseconds.
 * @throws TypeError that names the option
 */
export const acceptLimit = (name: string, value: unknown): number =>
  acceptNumber(name, value, { above: 0, to: LONGEST_LIMIT_MS, unit: 'milliseconds' });

/**
 * The duration itself, in milliseconds: it may be 0.
 * @throws TypeError that names the option
 */
export const acceptDuration = (name: string, value: unknown): number =>
  acceptNumber(name, value, { from: 0, to: LONGEST_LIMIT_MS, unit: 'milliseconds' });
