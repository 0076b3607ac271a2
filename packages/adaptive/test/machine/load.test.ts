import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadFactor, parsePressure, parseRunnable, readLoad } from '../../src/machine/load.js';
import { parseScheduled } from '../../src/machine/own-wait.js';
import { fakeSource } from './fake-source.js';

describe('the load factor', () => {
  it.each([
    ['an idle machine', { pressure: 0, runnable: 0.5, processors: 4, usableCores: 4 }, 1],
    [
      'twice as many tasks as processors, all the time',
      { pressure: 1, runnable: 8, processors: 4, usableCores: 4 },
      2,
    ],
    ['the same, half of the time', { pressure: 0.5, runnable: 8, processors: 4, usableCores: 4 }, 1.5],
    ['no pressure information', { pressure: undefined, runnable: 12, processors: 4, usableCores: 4 }, 3],
    ['a long queue that is over', { pressure: 0, runnable: 12, processors: 4, usableCores: 4 }, 1],
    ['one task that waits', { pressure: 1, runnable: 1, processors: 4, usableCores: 4 }, 1.25],
    [
      'a quota of half a core on a large idle host',
      { pressure: 0.5, runnable: 2, processors: 64, usableCores: 0.5 },
      2,
    ],
    ['a hopeless machine', { pressure: 1, runnable: 1_000, processors: 2, usableCores: 2 }, 10],
  ])('of %s', (_, figures, factor) => {
    expect(loadFactor(figures)).toBeCloseTo(factor, 10);
  });

  it('is from 1 to 10, and never less with more tasks, more pressure or fewer processors', () => {
    const figures = fc.record({
      pressure: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
      runnable: fc.double({ min: 0, max: 500, noNaN: true }),
      processors: fc.integer({ min: 2, max: 128 }),
      usableCores: fc.double({ min: 0.1, max: 128, noNaN: true }),
    });
    fc.assert(
      fc.property(figures, (some) => {
        const factor = loadFactor(some);
        expect(factor).toBeGreaterThanOrEqual(1);
        expect(factor).toBeLessThanOrEqual(10);
        expect(loadFactor({ ...some, runnable: some.runnable + 1 })).toBeGreaterThanOrEqual(factor);
        expect(loadFactor({ ...some, processors: some.processors - 1 })).toBeGreaterThanOrEqual(factor);
        const pressure = some.pressure === undefined ? undefined : Math.min(1, some.pressure + 0.1);
        expect(loadFactor({ ...some, pressure })).toBeGreaterThanOrEqual(factor);
      }),
    );
  });
});

describe('what the system tells', () => {
  it('is read from its files', () => {
    expect(parsePressure('some avg10=95.56 avg60=90.19 avg300=84.57 total=801560268\nfull avg10=0.00')).toBe(
      0.9556,
    );
    expect(parseRunnable('10.51 9.90 5.98 7/312 4711')).toBe(7);
  });

  it.each(['', undefined, 'full avg10=3', 'some avg10=NaN', 'some avg10=900'])(
    'may be nonsense: %s',
    (text) => {
      expect(parsePressure(text)).toBeUndefined();
      expect(parseRunnable(text)).toBeUndefined();
      expect(parseScheduled(text)).toBeUndefined();
    },
  );

  it('comes from pressure first, then the run queue, then nowhere', () => {
    const pressure = { '/proc/pressure/cpu': 'some avg10=50.00 avg60=0 avg300=0 total=1' };
    expect(readLoad(fakeSource({ files: pressure, loadAverage: 8 }), 4)).toEqual({
      factor: 1.5,
      source: 'pressure',
    });
    expect(readLoad(fakeSource({ loadAverage: 8 }), 4)).toEqual({ factor: 2, source: 'run-queue' });
    expect(readLoad(fakeSource({}), 4)).toEqual({ factor: 1, source: 'unknown' });
  });

  it('is what this thread itself waited, where that is more than the queue says', () => {
    const scheduled = (ran: number, waited: number) => ({
      '/proc/pressure/cpu': 'some avg10=50.00 avg60=0 avg300=0 total=1',
      '/proc/thread-self/schedstat': `${ran}000000 ${waited}000000 1234`,
    });
    const read = (ran: number, waited: number, since?: { ranMs: number; waitedMs: number }) =>
      readLoad(fakeSource({ files: scheduled(ran, waited), loadAverage: 8 }), 4, since);
    expect(read(100, 300)).toEqual({
      factor: 4,
      source: 'scheduler',
      scheduled: { ranMs: 100, waitedMs: 300 },
    });
    expect(read(100, 10)).toMatchObject({ factor: 1.5, source: 'pressure' });
    expect(read(200, 310, { ranMs: 100, waitedMs: 300 })).toMatchObject({ factor: 1.5 });
    expect(read(200, 700, { ranMs: 100, waitedMs: 300 })).toMatchObject({ factor: 5, source: 'scheduler' });
    expect(read(10, 700)).toMatchObject({ factor: 1.5, source: 'pressure' });
    expect(read(100, 90_000)).toMatchObject({ factor: 10, source: 'scheduler' });
  });

  it('counts the pressure of a container’s own group', () => {
    const files = {
      '/proc/self/cgroup': '0::/',
      '/sys/fs/cgroup/cpu.pressure': 'some avg10=100.00 avg60=0 avg300=0 total=1',
      '/proc/pressure/cpu': 'some avg10=1.00 avg60=0 avg300=0 total=1',
    };
    expect(readLoad(fakeSource({ files }), 0.5)).toEqual({ factor: 3, source: 'pressure' });
  });
});
