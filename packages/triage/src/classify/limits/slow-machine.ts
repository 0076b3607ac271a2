import type { Opinion } from '../rule.js';

/** Share of the processors’ time from which on they have none to give. */
export const SATURATED = 0.9;

/** The machine was too slow or too busy for a limit. */
export const slowMachine = (weight: number, sentence: string, runtime: boolean): Opinion => ({
  category: 'ENVIRONMENT',
  cause: 'slow-machine',
  weight,
  sentence,
  runtime,
});
