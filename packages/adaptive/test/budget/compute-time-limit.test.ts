import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeTimeLimit, HIGHEST_TIME_FACTOR } from '../../src/budget/compute-time-limit.js';

const machines = fc.record({
  cores: fc.double({ min: 0.05, max: 128, noNaN: true }),
  speed: fc.double({ min: 0.01, max: 20, noNaN: true }),
  load: fc.double({ min: 1, max: 10, noNaN: true }),
});
const limits = fc.double({ min: 1, max: 600_000, noNaN: true });
const facts = { multiplier: 1, mayShorten: false };
const fit = (
  askedMs: number,
  machine: { cores: number; speed: number; load: number },
  mayShorten = false,
): number => computeTimeLimit(askedMs, { ...facts, machine, mayShorten }).limitMs;

describe('a fitted time limit', () => {
  it.each([
    [5_000, { cores: 4, speed: 1, load: 1 }, 5_000],
    [5_000, { cores: 4, speed: 0.8, load: 1.8 }, 11_300],
    [5_000, { cores: 4, speed: 2, load: 1 }, 5_000],
    [5_000, { cores: 4, speed: 2, load: 1.5 }, 7_500],
    [5_000, { cores: 0.5, speed: 1, load: 1 }, 10_000],
    [5_000, { cores: 4, speed: 0.1, load: 10 }, 50_000],
    [250, { cores: 4, speed: 0.9, load: 1 }, 278],
  ])('of %d ms on %o is %d ms', (asked, machine, fitted) => {
    expect(fit(asked, machine)).toBe(fitted);
  });

  it('is never shorter than asked, and at most ten times longer besides rounding', () => {
    fc.assert(
      fc.property(limits, machines, (asked, machine) => {
        const fitted = fit(asked, machine);
        expect(fitted).toBeGreaterThanOrEqual(asked);
        expect(fitted).toBeLessThanOrEqual(asked * HIGHEST_TIME_FACTOR + 100);
      }),
    );
  });

  it('is never shorter on a slower, busier or smaller machine', () => {
    const shares = fc.double({ min: 0.1, max: 1, noNaN: true });
    fc.assert(
      fc.property(limits, machines, shares, fc.boolean(), (asked, machine, share, mayShorten) => {
        const fitted = fit(asked, machine, mayShorten);
        expect(fit(asked, { ...machine, speed: machine.speed * share }, mayShorten)).toBeGreaterThanOrEqual(
          fitted,
        );
        expect(fit(asked, { ...machine, load: machine.load / share }, mayShorten)).toBeGreaterThanOrEqual(
          fitted,
        );
        expect(fit(asked, { ...machine, cores: machine.cores * share }, mayShorten)).toBeGreaterThanOrEqual(
          fitted,
        );
      }),
    );
  });

  it('is shorter on a faster machine only where that is allowed', () => {
    expect(fit(5_000, { cores: 4, speed: 2, load: 1 }, true)).toBe(2_500);
  });

  it('says what made it longer, and nothing where nothing did', () => {
    const machine = { cores: 4, speed: 0.8, load: 1.8 };
    expect(computeTimeLimit(5_000, { ...facts, machine })).toEqual({
      askedMs: 5_000,
      limitMs: 11_300,
      reason: 'speed 0.8, load 1.8',
    });
    expect(
      computeTimeLimit(5_000, { ...facts, machine: { cores: 4, speed: 1, load: 1 } }).reason,
    ).toBeUndefined();
    expect(
      computeTimeLimit(100, { ...facts, multiplier: 2, machine: { cores: 0.5, speed: 1, load: 1 } }).reason,
    ).toBe('speed 1, load 1, 0.5 of a core, multiplier 2');
  });
});
