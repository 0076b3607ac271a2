import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../src/settings/default-settings.js';
import { mergePolicies } from '../../src/settings/merge-policies.js';
import type { Policy } from '../../src/settings/policy.js';
import { resolveSettings } from '../../src/settings/resolve-settings.js';

const machine = { tier: 'medium', ci: null } as const;
const onCi = { tier: 'low', ci: 'GitHub Actions' } as const;

describe('the settings of a run', () => {
  it('are the defaults of the place where nothing is said', () => {
    expect(resolveSettings({ machine })).toEqual({
      environment: 'local',
      ...DEFAULT_POLICY,
      forcedLimits: {},
    });
    expect(resolveSettings({ machine: onCi })).toMatchObject({
      environment: 'ci',
      passRate: { target: 0.8, floor: 0.7 },
    });
  });

  it('lie on top of each other: environment, tier, options, variables', () => {
    const file = {
      environments: { ci: { retryAttempts: 4, timeMultiplier: 2, load: 3, poolSize: 7 } },
      tiers: { low: { timeMultiplier: 3, load: 4, poolSize: 8 }, high: { retryAttempts: 9 } },
    };
    const options = { load: 5, poolSize: 9 };
    const variables = { HOLDFAST_POOL_SIZE: '10' };
    expect(resolveSettings({ file, options, variables, machine: onCi })).toMatchObject({
      retryAttempts: 4,
      timeMultiplier: 3,
      load: 5,
      poolSize: 10,
    });
  });

  it('hold everywhere where they stand beside the environments, which count for more', () => {
    const file = { fitLimits: true, retryAttempts: 6, environments: { ci: { retryAttempts: 4 } } };
    expect(resolveSettings({ file, machine })).toMatchObject({ fitLimits: true, retryAttempts: 6 });
    expect(resolveSettings({ file, machine: onCi })).toMatchObject({ fitLimits: true, retryAttempts: 4 });
  });

  it('take the environment from the variable, then the options, then the file', () => {
    const file = { environment: 'staging', environments: { staging: {}, night: {} } };
    const resolved = (options: object, variables: Record<string, string>): string =>
      resolveSettings({ file, options, variables, machine }).environment;
    expect(resolved({}, {})).toBe('staging');
    expect(resolved({ environment: 'night' }, {})).toBe('night');
    expect(resolved({ environment: 'night' }, { HOLDFAST_ENVIRONMENT: 'production-validation' })).toBe(
      'production-validation',
    );
  });

  it('take a name of one’s own without a policy where no environments are configured', () => {
    const named = (file: object) => () =>
      resolveSettings({ file, variables: { HOLDFAST_ENVIRONMENT: 'staging' }, machine }).environment;
    expect(named({})()).toBe('staging');
    expect(named({ environments: { night: {} } })).toThrow(/`HOLDFAST_ENVIRONMENT` is 'staging'/);
  });

  it.each([
    [{ HOLDFAST_LOAD_MULTIPLIER: '2', CHAOS_LOAD_MULTIPLIER: '3' }, { load: 2 }],
    [{ CHAOS_LOAD_MULTIPLIER: '3' }, { load: 3 }],
    [{ HOLDFAST_LOAD_MULTIPLIER: 'auto' }, { load: 'measured' }],
    [{ CHAOS_TIMEOUT: '8' }, { forcedLimits: { chaos: 8_000 }, limits: { chaos: 8_000, unit: 5_000 } }],
    [{ CHAOS_POOL_SIZE: '4' }, { poolSize: 4 }],
    [{ HOLDFAST_POOL_SIZE: '' }, { poolSize: null }],
    [{ HOLDFAST_FIT_LIMITS: '1' }, { fitLimits: true }],
    [{ HOLDFAST_FIT_LIMITS: 'false' }, { fitLimits: false }],
  ])('follow the variables %o', (variables, expected) => {
    expect(resolveSettings({ variables, machine })).toMatchObject(expected);
  });

  it.each([
    [
      { file: { environments: { ci: { loda: 2 } } } },
      'settings file: there is no setting `environments.ci.loda` (its value is 2). Did you mean `load`? Accepted here: load, timeMultiplier, limits, retryAttempts, passRate, poolSize, fitLimits.',
    ],
    [
      { file: { enviroments: {} } },
      'settings file: there is no setting `enviroments` (its value is {}). Did you mean `environments`? Accepted here: load, timeMultiplier, limits, retryAttempts, passRate, poolSize, fitLimits, environment, environments, tiers.',
    ],
    [
      { file: { tiers: { hihg: {} } } },
      'settings file: there is no setting `tiers.hihg` (its value is {}). Did you mean `high`? Accepted here: low, medium, high.',
    ],
    [
      { file: { environments: { ci: { limits: { chaos: -1 } } } } },
      'settings file: `environments.ci.limits.chaos` is -1; accepted is a number of milliseconds above 0 and up to 86,400,000.',
    ],
    [
      { file: { environments: { ci: { load: 'fast' } } } },
      "settings file: `environments.ci.load` is 'fast'; accepted is a number above 0 and up to 1,000, or 'measured'.",
    ],
    [
      { file: { environments: { ci: { passRate: { target: 0.8, floor: 0.9 } } } } },
      'settings file: `environments.ci.passRate.floor` is 0.9; accepted is a number above 0 and up to 1, not above the target 0.8.',
    ],
    [
      { file: { environments: { local: { passRate: { floor: 0.95 } } } } },
      'settings after merging: `passRate.floor` is 0.95; accepted is a number above 0 and up to 1, not above the target 0.9.',
    ],
    [
      { options: { retryAttempts: 0 } },
      'options: `retryAttempts` is 0; accepted is a whole number from 1 to 100.',
    ],
    [
      { variables: { CHAOS_POOL_SIZE: 'many' } },
      "environment variable: `CHAOS_POOL_SIZE` is 'many'; accepted is a whole number from 1.",
    ],
    [
      { variables: { HOLDFAST_FIT_LIMITS: 'yes' } },
      "environment variable: `HOLDFAST_FIT_LIMITS` is 'yes'; accepted is true, false, 1 or 0.",
    ],
    [{ file: { fitLimits: 'on' } }, "settings file: `fitLimits` is 'on'; accepted is true or false."],
    [
      { file: { passRate: { target: 0.8, floor: 0.9 } } },
      'settings file: `passRate.floor` is 0.9; accepted is a number above 0 and up to 1, not above the target 0.8.',
    ],
    [
      { variables: { HOLDFAST_ENVIRONMENT: 'lokal' } },
      "environment variable: `HOLDFAST_ENVIRONMENT` is 'lokal'; accepted is one of ci, local, production-validation (nearest: local).",
    ],
    [
      { file: { environments: { ci: [] } } },
      'settings file: `environments.ci` is []; accepted is an object.',
    ],
    [{ file: { environments: [] } }, 'settings file: `environments` is []; accepted is an object.'],
    [{ file: [] as never }, 'settings file: `the settings` is []; accepted is an object.'],
  ])('refuse %o with one clear error', (sources, message) => {
    expect(() => resolveSettings({ ...sources, machine } as never)).toThrow(
      expect.objectContaining({ code: 'HOLDFAST_SETTINGS', message }),
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 0, '3', null, {}])(
    'refuse %o as a time multiplier',
    (value) => {
      const file = { environments: { local: { timeMultiplier: value as never } } };
      expect(() => resolveSettings({ file, machine })).toThrow(/`environments.local.timeMultiplier` is /);
    },
  );
});

describe('the merge', () => {
  const rates = fc.record({ target: fc.constant(0.95), floor: fc.constant(0.5) }, { requiredKeys: [] });
  const policies: fc.Arbitrary<Policy> = fc.record(
    {
      load: fc.oneof(fc.constant('measured' as const), fc.integer({ min: 1, max: 9 })),
      timeMultiplier: fc.integer({ min: 1, max: 9 }),
      limits: fc.record(
        { unit: fc.integer({ min: 1, max: 9 }), chaos: fc.integer({ min: 1, max: 9 }) },
        { requiredKeys: [] },
      ),
      retryAttempts: fc.integer({ min: 1, max: 9 }),
      passRate: rates,
      poolSize: fc.option(fc.integer({ min: 1, max: 9 })),
      fitLimits: fc.boolean(),
    },
    { requiredKeys: [] },
  );

  it('is the same in one step or in several, and leaves no field out', () => {
    fc.assert(
      fc.property(fc.array(policies), fc.array(policies), (first, second) => {
        const together = mergePolicies(DEFAULT_POLICY, [...first, ...second]);
        expect(mergePolicies(mergePolicies(DEFAULT_POLICY, first), second)).toEqual(together);
        expect(Object.keys(together).sort()).toEqual(Object.keys(DEFAULT_POLICY).sort());
        expect(Object.keys(together.limits)).toEqual(['unit', 'integration', 'chaos']);
      }),
    );
  });

  it('gives the last policy what it says, and ignores what is undefined', () => {
    fc.assert(
      fc.property(fc.array(policies), policies, (before, last) => {
        const merged = mergePolicies(DEFAULT_POLICY, [...before, last, { load: undefined } as never]);
        expect(merged).toMatchObject(last);
      }),
    );
  });
});
