import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import type { MatcherState } from '../../src/matchers/matcher.js';
import { matchers } from '../../src/matchers/matchers.js';
import { connectEvidence } from '../../src/port.js';

const is: MatcherState = { isNot: false };
const load = (effective: number, peak: number, contention = 0, total = 100) => ({
  total,
  contention,
  wallMs: 100,
  durations: { min: 10 },
  overlap: { effective, peak, slowestToMean: 1.9, mean: 5 },
});

describe('toOverlap', () => {
  const check = (received: unknown, options = {}) => matchers.toOverlap.call(is, received, options);

  it('holds where operations really ran at the same time', () => {
    expect(check(load(4, 8), { atLeast: 4 }).pass).toBe(true);
    expect(check(load(1.1, 8)).pass).toBe(false);
  });

  it('says that operations in flight together took turns', () => {
    expect(check(load(1.1, 8)).message()).toMatch(
      /^1\.1 operations .* at least 2\.\n[\s\S]*They were in flight together and still took turns/,
    );
    expect(check(load(1, 1)).message()).not.toContain('took turns');
  });

  it.each([1, 0, Number.NaN, Number.POSITIVE_INFINITY, '2'])(
    'refuses %s, without which it could not fail',
    (atLeast) => {
      expect(() => check(load(2, 2), { atLeast })).toThrow(/`atLeast` must be a finite number above 1; got/);
    },
  );

  it.each([null, {}, [true], 'text'])('refuses what is no load: %j', (received) => {
    expect(() => check(received)).toThrow('needs a result of `concurrently`');
  });
});

describe('toShowContention', () => {
  const check = (received: unknown, options = {}) => matchers.toShowContention.call(is, received, options);

  it('expects more under more load, and at least one', () => {
    expect(check(load(1, 1, 1, 10)).pass).toBe(true);
    expect(check(load(1, 1, 1, 100)).pass).toBe(false);
    expect(check(load(1, 1, 2, 100)).pass).toBe(true);
    expect(check(load(1, 1, 49, 100), { atLeast: 0.5 }).pass).toBe(false);
    expect(check(load(1, 1, 3, 1_000), { atLeast: 3 }).pass).toBe(true);
    expect(check(load(1, 1, 0, 10)).pass).toBe(false);
  });

  it('says what to do where the machine is too fast', () => {
    expect(check(load(1, 1, 0)).message()).toMatch(
      /^0 of 100 operations met contention; expected at least 2\.\n.*\nThe machine may be too fast/,
    );
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %s', (atLeast) => {
    expect(() => check(load(1, 1), { atLeast })).toThrow(TypeError);
  });
});

describe('toFinishWithin', () => {
  const check = (received: unknown, limitMs: number) => matchers.toFinishWithin.call(is, received, limitMs);

  it('measures a function and a promise', async () => {
    expect((await check(() => 5, 5_000)).pass).toBe(true);
    expect((await check(sleep(1), 5_000)).pass).toBe(true);
    const never = await check(() => new Promise(() => {}), 5);
    expect(never.pass).toBe(false);
    expect(never.message()).toMatch(/^It had not ended after [\d,.]+ ms; expected [\d.]+ ms/);
  });

  it('finds what blocks the event loop too slow', async () => {
    const block = () => {
      for (const end = performance.now() + 120; performance.now() < end; );
    };
    const blocked = await check(block, 1);
    expect(blocked.pass).toBe(false);
    expect(blocked.message()).toMatch(/^It took [\d,.]+ ms; expected/);
  });

  it('compares a duration', async () => {
    expect((await check(4, 5)).pass).toBe(true);
    expect((await check(5_000_000, 5)).pass).toBe(false);
  });

  it('throws on what the function throws', async () => {
    const error = new Error('broken');
    await expect(check(() => Promise.reject(error), 5_000)).rejects.toBe(error);
  });

  it.each([0, -5, Number.NaN, Number.POSITIVE_INFINITY, '5'])('refuses the limit %s', async (limit) => {
    await expect(check(() => 1, limit as number)).rejects.toThrow(
      /`limitMs` must be a finite number above 0/,
    );
  });

  it('fits no limit that is to be exceeded, and tells of no limit exceeded', async () => {
    vi.stubEnv('HOLDFAST_TIME_MULTIPLIER', '100');
    vi.resetModules();
    const facts: string[] = [];
    connectEvidence({ record: (name) => void facts.push(name) });
    const { toFinishWithin } = await import('../../src/matchers/finish-within.js');
    const slow = await toFinishWithin.call({ isNot: true }, () => sleep(60), 20);
    connectEvidence(undefined);
    vi.unstubAllEnvs();
    expect(slow.pass).toBe(false);
    expect(facts).toEqual([]);
  });

  it('refuses what cannot end', async () => {
    await expect(check('text', 5)).rejects.toThrow(TypeError);
  });
});

describe('toStayWithin', () => {
  const spread = (value: number) => ({ mean: value, p50: value, p95: value, p99: value, peak: value });
  const report = {
    durationMs: 100,
    samples: 5,
    cpu: spread(0.7),
    memory: spread(100 * 2 ** 20),
    loopLag: spread(5_000_000),
    overloaded: true,
    reasons: ['work waited for a processor'],
  };
  const check = (received: unknown, limits: object) => matchers.toStayWithin.call(is, received, limits);

  it('holds each figure against its limit', () => {
    expect(check(report, { cpu: 0.8, memory: 200 * 2 ** 20 }).pass).toBe(true);
    expect(check(report, { cpu: 0.6 }).pass).toBe(false);
    expect(check(report, { memory: 50 * 2 ** 20 }).pass).toBe(false);
    expect(check({ report: () => report }, { loopLag: 100 }).pass).toBe(false);
  });

  it('says which is over, and that the machine was overloaded', () => {
    expect(check(report, { cpu: 0.6, memory: 200 * 2 ** 20 }).message()).toBe(
      [
        'over: processors busy, 95th percentile: 70 %; limit 60 %',
        'within: memory of the worker, peak: 100 MiB; limit 200 MiB',
        'The machine was overloaded: work waited for a processor.',
      ].join('\n'),
    );
  });

  it('does not take a figure that is not known for a good one', () => {
    const { pass, message } = check({ ...report, cpu: undefined }, { cpu: 0.9 });
    expect(pass).toBe(false);
    expect(message()).toContain('unknown: processors busy');
  });

  it('does not take a figure that is not known for one that is over, either', () => {
    const not = (limits: object) =>
      matchers.toStayWithin.call({ isNot: true }, { ...report, cpu: undefined }, limits as never).pass;
    expect(not({ cpu: 0.9 })).toBe(true);
    expect(not({ cpu: 0.9, memory: 50 * 2 ** 20 })).toBe(false);
  });

  it('says that few samples were taken', () => {
    expect(check({ ...report, samples: 1 }, { cpu: 0.8 }).message()).toContain('Only 1 sample: watch longer');
    expect(check(report, { cpu: 0.8 }).message()).not.toContain('watch longer');
  });

  it.each([
    {},
    { cpu: 1 },
    { cpu: 0 },
    { memory: Number.POSITIVE_INFINITY },
    { loopLag: Number.NaN },
    { ram: 5 },
  ])('refuses %o', (limits) => {
    expect(() => check(report, limits)).toThrow(TypeError);
  });

  it('refuses what is no monitor', () => {
    expect(() => check(5, { cpu: 0.5 })).toThrow('needs a monitor or its report');
  });
});

it('toFinishWithin refuses to stand inside another assertion, under which it could not fail', async () => {
  expect.extend({ toFinishWithin: matchers.toFinishWithin });
  const asymmetric = expect as unknown as { not: { toFinishWithin(limitMs: number): unknown } };
  const never = { reply: () => new Promise(() => {}) };
  const refusal = /`toFinishWithin` waits, and cannot stand inside another assertion/;
  expect(() => expect(never).toEqual({ reply: asymmetric.not.toFinishWithin(5) })).toThrow(refusal);
  const lost = () => Promise.reject(new Error('lost'));
  const judged = matchers.toFinishWithin.call(is, lost, 5) as unknown as { pass: boolean };
  expect(() => judged.pass).toThrow(refusal);
  await new Promise((resolve) => setImmediate(resolve));
});
