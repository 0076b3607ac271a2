import { describe, expect, it } from 'vitest';
import { settled } from '../../src/assert/settled.js';

describe('settled', () => {
  it('gives the value that stays the same long enough', async () => {
    let looks = 0;
    expect(await settled(() => Math.min(++looks, 5), { holdsFor: 20 })).toBe(5);
    expect(looks).toBeGreaterThan(5);
  });

  it('compares objects by what is in them', async () => {
    expect(await settled(async () => ({ rows: [1, 2] }), { holdsFor: 10 })).toEqual({ rows: [1, 2] });
  });

  it('compares as it is told', async () => {
    let value = 1;
    const next = (): number => {
      value += 0.001;
      return value;
    };
    const near = (left: number, right: number): boolean => Math.abs(left - right) < 0.1;
    expect(await settled(next, { holdsFor: 10, equals: near })).toBeGreaterThan(1);
  });

  it('times out on a value that keeps changing, and says which', async () => {
    let count = 0;
    const next = (): number => ++count;
    await expect(settled(next, { holdsFor: 10, within: 30 })).rejects.toThrow(
      /for `next\(\)` to stay the same for 10 ms, in vain/,
    );
  });

  it('takes a look that throws for a change', async () => {
    let looks = 0;
    const flaky = (): string => {
      looks += 1;
      if (looks < 3) throw new Error('not yet');
      return 'there';
    };
    expect(await settled(flaky, { holdsFor: 10 })).toBe('there');
  });

  it.each([[{ holdsFor: 0 }], [{ holdsFor: Number.NaN }], [{ within: -5 }], [{ for: 5 }]])(
    'refuses %o',
    async (options) => {
      await expect(settled(() => 1, options as object)).rejects.toBeInstanceOf(TypeError);
    },
  );
});
