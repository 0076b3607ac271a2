import type { ErrorSnapshot, JsonValue } from '@holdfast/journal';
import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/classify/classify.js';
import type { Evidence, Failure } from '../../../src/failure.js';

type Facts = Record<string, Record<string, JsonValue>>;

const failure = (error: ErrorSnapshot, facts: Facts): Failure => ({
  kind: 'test',
  title: ['runs ten tasks'],
  flaky: false,
  attempts: [{ number: 1, status: 'failed', phase: 'test', errors: [error] }],
  evidence: Object.entries(facts).map(([name, data]): Evidence => ({ name, data })),
});

const checkoutError: ErrorSnapshot = {
  name: 'HoldfastError',
  code: 'HOLDFAST_POOL_CHECKOUT_TIMED_OUT',
  message:
    'Waited 5,000 ms for a resource of pool "python", in vain: of 5 places 5 are lent, 0 free, 0 starting; 4 more wait.',
};
const text = 'Forecast: 5 of 10 checkouts will time out (10 tasks for 5 places). What would do: warm 5.';
const exhausted: Facts = {
  'pool.forecast': { pool: 'python', tasks: 10, workers: 5, timedOut: 5, text },
  'pool.statistics': { pool: 'python', size: 5, busy: 5, waiting: 5, heldMs: 3_000 },
  'pool.checkout': { pool: 'python', waitedMs: 5_000, limitMs: 5_000 },
};

describe('a checkout that timed out', () => {
  it('is laid at the settings, citing the forecast', () => {
    const verdict = classify(failure(checkoutError, exhausted));
    expect(verdict).toMatchObject({
      category: 'CONFIGURATION',
      cause: 'pool-exhausted',
      standing: 'supported',
    });
    expect(verdict.evidence).toContainEqual(
      expect.objectContaining({ rule: 'pool-forecast', sentence: `It was foreseeable. ${text}` }),
    );
  });

  it('is not laid at the forecast of another pool', () => {
    const other = { ...exhausted, 'pool.forecast': { ...exhausted['pool.forecast'], pool: 'database' } };
    const rules = classify(failure(checkoutError, other)).evidence.map(({ rule }) => rule);
    expect(rules).not.toContain('pool-forecast');
  });

  it('is not excused where nothing was given back for the whole wait: something hangs', () => {
    const statistics = { pool: 'python', size: 5, busy: 5, waiting: 5, heldMs: 5_100, operationMs: 40 };
    const verdict = classify(failure(checkoutError, { ...exhausted, 'pool.statistics': statistics }));
    expect(verdict.standing).toBe('suspected');
    expect(verdict.evidence.map(({ rule }) => rule)).not.toContain('pool-forecast');
    expect(verdict.evidence.map(({ rule }) => rule)).not.toContain('pool-evidence');
  });
});

describe('a wait until something is ready', () => {
  const ready = {
    state: 'failed',
    what: 'Postgres at 127.0.0.1:5432',
    probe: 'postgres',
    service: true,
    reached: false,
    saw: 'connect ECONNREFUSED 127.0.0.1:5432',
    waitedMs: 10_000,
    limitMs: 10_000,
  };
  const notReady: ErrorSnapshot = {
    name: 'HoldfastError',
    code: 'HOLDFAST_NOT_READY',
    message: 'Postgres at 127.0.0.1:5432 was not ready within 10,000 ms.',
  };
  const timedOut: ErrorSnapshot = { name: 'Error', message: 'Test timed out in 5000ms.' };

  it('lays a service for which nobody answered at the environment', () => {
    expect(classify(failure(notReady, { ready }))).toMatchObject({
      category: 'ENVIRONMENT',
      cause: 'service-unreachable',
      standing: 'supported',
    });
  });

  it('does so too where the limit of the runner came first', () => {
    expect(classify(failure(timedOut, { ready: { ...ready, state: 'waiting' } }))).toMatchObject({
      category: 'ENVIRONMENT',
      cause: 'service-unreachable',
    });
  });

  it.each([
    ['what answered, if not well', { ...ready, reached: true }],
    ['what became ready after all', { ...ready, state: 'ready' }],
    ['a function of the user', { ...ready, probe: 'function', service: false }],
  ])('excuses nothing by %s', (_, data) => {
    const rules = classify(failure(timedOut, { ready: data })).evidence.map(({ rule }) => rule);
    expect(rules).not.toContain('readiness-evidence');
  });
});

it('lays a clash of overrides at the tests, whatever else its message sounds like', () => {
  const clash: ErrorSnapshot = {
    name: 'HoldfastError',
    code: 'HOLDFAST_OVERRIDE_CLASH',
    message:
      '"b" cannot override process.env.ZONE: "a", which runs at the same time in this process, has done so. Hand the value to the code under test, do not run these tests at once, or put them in files of their own.',
  };
  expect(classify(failure(clash, {}))).toMatchObject({ category: 'TEST_DESIGN', cause: 'other-test-design' });
});
