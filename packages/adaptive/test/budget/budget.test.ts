import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MachineProfile } from '../../src/machine/profile.js';
import { connectEvidence } from '../../src/port.js';
import { resolveSettings } from '../../src/settings/resolve-settings.js';

const profile: MachineProfile = {
  version: 1,
  cores: 2,
  memoryBytes: 4 * 2 ** 30,
  speed: 0.5,
  speedSource: 'measured',
  load: 1,
  loadSource: 'pressure',
  ci: null,
  tier: 'low',
};

/** The budget of a worker that was handed this profile, on an idle machine, and these variables. */
const loadBudget = async (variables: Record<string, string> = {}) => {
  vi.resetModules();
  vi.doMock('../../src/machine/current-machine.js', () => ({ currentMachine: () => profile }));
  const settings = resolveSettings({ variables, machine: profile });
  vi.stubEnv('HOLDFAST_SETTINGS', JSON.stringify(settings));
  return (await import('../../src/budget/budget.js')).budget;
};

const facts: { name: string; data: object }[] = [];
beforeEach(() => {
  facts.length = 0;
  connectEvidence({ record: () => {}, recordOnFailure: (name, data) => facts.push({ name, data }) });
});
afterEach(() => {
  connectEvidence(undefined);
  vi.unstubAllEnvs();
  vi.doUnmock('../../src/machine/current-machine.js');
});

describe('budget', () => {
  it('fits times, loads and iterations, and leaves pools alone', async () => {
    const budget = await loadBudget();
    expect(budget.time(5_000)).toBe(10_000);
    expect(budget.load(100)).toBe(25);
    expect(budget.iterations(1_000)).toBe(500);
    expect(budget.pool(10)).toBe(10);
  });

  it('takes the limit of the kind from the settings where none is given', async () => {
    const budget = await loadBudget();
    expect(budget.time({ kind: 'integration' })).toBe(60_000);
    expect(budget.time(1_000, { kind: 'integration' })).toBe(2_000);
  });

  it('follows environment variables, by their names and by those of older suites', async () => {
    expect((await loadBudget({ HOLDFAST_TIME_MULTIPLIER: '2' })).time(1_000)).toBe(4_000);
    expect((await loadBudget({ CHAOS_LOAD_MULTIPLIER: '3' })).load(100)).toBe(300);
    expect((await loadBudget({ CHAOS_POOL_SIZE: '4' })).pool(10)).toBe(4);
    const budget = await loadBudget({ CHAOS_TIMEOUT: '8' });
    expect([budget.time(1_000, { kind: 'chaos' }), budget.time(1_000)]).toEqual([16_000, 2_000]);
  });

  it('keeps to the bounds that a test sets', async () => {
    const budget = await loadBudget();
    expect(budget.load(100, { atLeast: 40 })).toBe(40);
    expect(budget.iterations(1_000, { atMost: 10 })).toBe(10);
  });

  it('tells the evidence port what was asked, what it became and why', async () => {
    const budget = await loadBudget();
    budget.time(5_000);
    budget.pool(10);
    expect(facts).toEqual([
      {
        name: 'budget',
        data: {
          what: 'limit',
          asked: '5,000 ms',
          fitted: '10,000 ms',
          text: 'limit 5,000 ms fitted to 10,000 ms: speed 0.5, load 1',
          reason: 'speed 0.5, load 1',
        },
      },
      { name: 'budget', data: { what: 'pool', asked: '10', fitted: '10', text: 'pool 10, as asked' } },
    ]);
  });

  it.each([Number.NaN, -1, 0, Number.POSITIVE_INFINITY, '5', null, undefined])(
    'refuses %s',
    async (value) => {
      const budget = await loadBudget();
      for (const ask of [budget.time, budget.load, budget.iterations, budget.pool]) {
        expect(() => ask(value as number)).toThrow(TypeError);
      }
      expect(() => budget.load(value as number)).toThrow(/`amount` must be a whole number from 1 to/);
    },
  );

  it('refuses kinds and options that do not exist, and names the nearest', async () => {
    const budget = await loadBudget();
    expect(() => budget.time(5, { kind: 'integraton' as never })).toThrow(/Did you mean 'integration'\?/);
    expect(() => budget.load(5, { atleast: 3 } as never)).toThrow(/Did you mean `atLeast`\?/);
    expect(() => budget.time(5, { mayShorten: 'no' as never })).toThrow(
      "`mayShorten` must be true or false; got 'no'.",
    );
  });
});
