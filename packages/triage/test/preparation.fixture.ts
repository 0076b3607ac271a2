import type { RunPreparation } from '../src/run-preparation.js';

/** A run that was prepared on a small CI machine. */
export const preparation = (changes: Partial<RunPreparation> = {}): RunPreparation => ({
  machine: {
    version: 1,
    cores: 1.5,
    memoryBytes: 4 * 2 ** 30,
    speed: 0.8,
    speedSource: 'measured',
    load: 1.8,
    loadSource: 'scheduler',
    ci: 'GitHub Actions',
    tier: 'low',
  },
  settings: {
    environment: 'night',
    load: 'measured',
    timeMultiplier: 1,
    limits: { unit: 5_000, integration: 30_000, chaos: 60_000 },
    retryAttempts: 5,
    passRate: { target: 0.9, floor: 0.8 },
    poolSize: null,
    fitLimits: false,
  },
  file: undefined,
  others: {},
  problems: [],
  ...changes,
});
