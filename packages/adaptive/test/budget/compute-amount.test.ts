import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capacity, computeAmount, pace } from '../../src/budget/compute-amount.js';
import { computeTimeLimit } from '../../src/budget/compute-time-limit.js';

const GIBIBYTE = 2 ** 30;
const reference = { cores: 4, memoryBytes: 8 * GIBIBYTE, speed: 1, load: 1 };
const machines = fc.record({
  cores: fc.double({ min: 0.05, max: 128, noNaN: true }),
  memoryBytes: fc.integer({ min: 1, max: 512 }).map((gib) => gib * GIBIBYTE),
  speed: fc.double({ min: 0.01, max: 20, noNaN: true }),
  load: fc.double({ min: 1, max: 10, noNaN: true }),
});
const measured = { load: 'measured' } as const;
const amountOn = (machine: typeof reference, ofMachine = capacity): number =>
  computeAmount(100, { machine, ...measured }, ofMachine).amount;

describe('an amount of load', () => {
  it.each([
    ['the reference machine', reference, 100],
    ['half the cores', { ...reference, cores: 2 }, 50],
    ['twice the cores and memory', { ...reference, cores: 8, memoryBytes: 16 * GIBIBYTE }, 200],
    ['much memory and few cores', { ...reference, cores: 2, memoryBytes: 64 * GIBIBYTE }, 50],
    ['a busy machine', { ...reference, load: 4 }, 25],
    ['a machine a hundred times as large', { ...reference, cores: 400, memoryBytes: 800 * GIBIBYTE }, 1_000],
    ['a hopeless machine', { ...reference, speed: 0.01 }, 10],
    ['a machine that does not tell its memory', { ...reference, memoryBytes: 0 }, 100],
  ])('on %s', (_, machine, expected) => {
    expect(amountOn(machine)).toBe(expected);
  });

  it('never grows on a slower, busier or smaller machine, and is at least 1', () => {
    const shares = fc.double({ min: 0.1, max: 1, noNaN: true });
    fc.assert(
      fc.property(machines, shares, fc.constantFrom(capacity, pace), (machine, share, ofMachine) => {
        const amount = amountOn(machine, ofMachine);
        const worse = [
          { ...machine, speed: machine.speed * share },
          { ...machine, load: machine.load / share },
          { ...machine, cores: machine.cores * share },
          { ...machine, memoryBytes: machine.memoryBytes * share },
        ];
        for (const each of worse) expect(amountOn(each, ofMachine)).toBeLessThanOrEqual(amount);
        expect(computeAmount(1, { machine, ...measured }, ofMachine).amount).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  it('follows a number in the settings and not the machine', () => {
    const fitted = computeAmount(100, { machine: { ...reference, load: 9 }, load: 2 }, capacity);
    expect(fitted).toEqual({ asked: 100, amount: 200, reason: 'multiplier 2' });
  });

  it('says what it was fitted to', () => {
    const { reason } = computeAmount(100, { machine: { ...reference, cores: 2 }, ...measured }, capacity);
    expect(reason).toBe('2 cores, 8 GiB, speed 1, load 1');
  });
});

describe('a number of iterations', () => {
  it('follows speed and load, and not the number of cores', () => {
    expect(amountOn({ ...reference, cores: 64 }, pace)).toBe(100);
    expect(amountOn({ ...reference, speed: 0.5 }, pace)).toBe(50);
    expect(amountOn({ ...reference, load: 2 }, pace)).toBe(50);
    expect(amountOn({ ...reference, speed: 3 }, pace)).toBe(300);
  });
});

// The worked examples of docs/guides/fitting-limits.md.
describe('the guide’s examples', () => {
  it.each([
    [{ cores: 4, memoryBytes: 8 * GIBIBYTE, speed: 0.8, load: 1.8 }, 11_300, 44, 444],
    [{ cores: 8, memoryBytes: 16 * GIBIBYTE, speed: 2, load: 1 }, 5_000, 400, 2_000],
    [{ cores: 2, memoryBytes: 64 * GIBIBYTE, speed: 1, load: 1 }, 5_000, 50, 1_000],
    [{ cores: 0.5, memoryBytes: 2 * GIBIBYTE, speed: 1, load: 1 }, 10_000, 13, 500],
    [{ cores: 2, memoryBytes: 4 * GIBIBYTE, speed: 0.5, load: 10 }, 50_000, 10, 100],
  ])('%o', (machine, timeMs, load, iterations) => {
    expect(computeTimeLimit(5_000, { machine, multiplier: 1, mayShorten: false }).limitMs).toBe(timeMs);
    expect(computeAmount(100, { machine, ...measured }, capacity).amount).toBe(load);
    expect(computeAmount(1_000, { machine, ...measured }, pace).amount).toBe(iterations);
  });
});
