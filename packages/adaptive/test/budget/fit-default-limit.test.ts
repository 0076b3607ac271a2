import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { MachineProfile } from '../../src/machine/profile.js';

const variables = process.env;

const profile = (speed: number): MachineProfile => ({
  version: 1,
  cores: 4,
  memoryBytes: 8 * 2 ** 30,
  speed,
  speedSource: 'measured',
  load: 1,
  loadSource: 'unknown',
  ci: null,
  tier: 'medium',
});

const settings = (fitLimits: boolean): object => ({
  environment: 'local',
  load: 'measured',
  timeMultiplier: 1,
  limits: { unit: 5_000, integration: 30_000, chaos: 60_000 },
  retryAttempts: 3,
  passRate: { target: 0.9, floor: 0.8 },
  poolSize: null,
  fitLimits,
  forcedLimits: {},
});

const fitWith = async (speed: number | undefined, fitLimits: boolean | undefined) => {
  if (speed !== undefined) variables.HOLDFAST_MACHINE = JSON.stringify(profile(speed));
  if (fitLimits !== undefined) variables.HOLDFAST_SETTINGS = JSON.stringify(settings(fitLimits));
  const { fitDefaultLimit } = await import('../../src/budget/fit-default-limit.js');
  return fitDefaultLimit;
};

const forget = (): void => {
  vi.resetModules();
  delete variables.HOLDFAST_MACHINE;
  delete variables.HOLDFAST_SETTINGS;
};

beforeEach(forget);
afterEach(forget);

it('makes a slower machine wait longer, and says why', async () => {
  const fit = await fitWith(0.5, true);
  const fitted = fit(5_000);
  expect(fitted?.limitMs).toBeGreaterThanOrEqual(10_000);
  expect(fitted?.fact).toMatchObject({ what: 'limit', asked: '5,000 ms' });
  expect(fitted?.fact.text).toMatch(/^limit 5,000 ms fitted to [\d,]+ ms: speed 0\.5, load [\d.]+$/);
  expect(fit(5_000, 'hook limit')?.fact.text).toMatch(/^hook limit 5,000 ms fitted to /);
});

it('never gives a faster machine a shorter limit', async () => {
  const fitted = (await fitWith(4, true))(5_000);
  expect(fitted?.limitMs ?? 5_000).toBeGreaterThanOrEqual(5_000);
});

it.each([
  ['where the setting is off', 0.5, false],
  ['where nobody handed over settings', 0.5, undefined],
  ['where nobody measured the machine', undefined, true],
] as const)('leaves the limit as it is %s', async (_, speed, fitLimits) => {
  expect((await fitWith(speed, fitLimits))(5_000)).toBeUndefined();
});

it.each([0, -1, Infinity, Number.NaN, '5000', undefined])(
  'leaves %s, which is no limit, as it is',
  async (limit) => {
    expect((await fitWith(0.5, true))(limit)).toBeUndefined();
  },
);
