import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { MatcherState } from '../../src/matchers/matcher.js';
import { toFailAtMost, toSucceedAtLeast } from '../../src/matchers/rates.js';
import type { RateThreshold } from '../../src/rate/threshold.js';

const of = (successes: number, total: number) => ({ successes, total });
const is: MatcherState = { isNot: false };
const isNot: MatcherState = { isNot: true };
const succeed = (received: unknown, rate: RateThreshold, options = {}, state = is) => {
  const { pass, message } = toSucceedAtLeast.call(state, received, rate, options);
  return { pass, message: message() };
};
const fail = (received: unknown, rate: RateThreshold, options = {}, state = is) => {
  const { pass, message } = toFailAtMost.call(state, received, rate, options);
  return { pass, message: message() };
};

describe('toSucceedAtLeast', () => {
  it('compares the rate that was seen', () => {
    expect(succeed(of(90, 100), 0.9).pass).toBe(true);
    expect(succeed(of(89, 100), 0.9).pass).toBe(false);
    expect(succeed([true, false], 0.5).pass).toBe(true);
    expect(succeed([{ status: 'fulfilled' }, { status: 'rejected' }], 0.6).pass).toBe(false);
    expect(succeed({ successes: 3, failures: 1 }, 0.75).pass).toBe(true);
  });

  it('says the figures, the interval and what was expected', () => {
    const { message } = succeed({ ...of(60, 100), errors: [{ label: 'Error: lost', count: 40 }] }, 0.8);
    expect(message).toBe(
      '60 of 100 succeeded (60 %; 95 % interval 50.2 % to 69.1 %); expected at least 80 %.\n40 x Error: lost',
    );
  });

  it('says when the sample is too small to tell, and how many would do', () => {
    expect(succeed(of(8, 10), 0.9).message).toMatch(
      /^The sample is too small to tell: 90 % is within the interval; \d+ samples would do, if the rate stays as it is\.$/m,
    );
    expect(succeed(of(9, 10), 0.9).message).toContain('more samples of the same kind would not tell');
  });

  it('tells 0 of n from a rate that is too low', () => {
    expect(succeed(of(0, 8), 0.75).message).toMatch(
      /^None succeeded: the operation is missing or broken altogether\./m,
    );
    expect(succeed(of(5, 8), 0.75).message).not.toContain('None succeeded');
  });

  it('has three outcomes with confidence, and fails where it cannot tell, not or not', () => {
    const sure = { confidence: 0.95 };
    expect(succeed(of(990, 1_000), 0.9, sure).pass).toBe(true);
    expect(succeed(of(800, 1_000), 0.9, sure).pass).toBe(false);
    const unsure = succeed(of(19, 20), 0.9, sure);
    expect(unsure.pass).toBe(false);
    expect(unsure.message).toMatch(/^Cannot tell yet: 90 % is within the interval; \d+ samples would do/m);
    expect(succeed(of(19, 20), 0.9, sure, isNot).pass).toBe(true);
    expect(succeed(of(800, 1_000), 0.9, sure, isNot).pass).toBe(false);
  });

  it('takes the verdict of a sequential test about the same rate', () => {
    const result = { ...of(31, 31), verdict: 'above', asked: 0.9 };
    expect(succeed(result, 0.9).pass).toBe(true);
    expect(succeed({ ...result, verdict: 'cannot-tell' }, 0.9).pass).toBe(false);
    expect(succeed({ ...result, verdict: 'below' }, 0.95).pass).toBe(true);
  });

  it('says of a sequential test that could not tell how many samples would do, and nothing of the interval', () => {
    const message = succeed(
      { ...of(0, 5), verdict: 'cannot-tell', asked: 0.9, samplesNeeded: 6 },
      0.9,
    ).message;
    expect(message).toContain(
      'Cannot tell yet: 5 samples did not suffice; about 6 would do, if the rate stays as it is. Raise `max`.',
    );
    expect(message).not.toContain('within the interval');
  });

  it('does not take the verdict of a sequential test that was less sure than asked', () => {
    const result = { ...of(31, 31), verdict: 'above', asked: 0.9, confidence: 0.9 };
    expect(succeed(result, 0.9, { confidence: 0.9 }).pass).toBe(true);
    expect(succeed(result, 0.9, { confidence: 0.99 }).pass).toBe(false);
    expect(succeed(result, 0.9).message).toContain('90 % interval');
  });

  it('shows errors of its own kind alone', () => {
    const errors = [null, new Error('of the user'), { label: 'Error: lost', count: 2 }];
    expect(
      succeed({ ...of(1, 3), errors }, 0.9)
        .message.split('\n')
        .at(-1),
    ).toBe('2 x Error: lost');
  });

  it('takes rates by environment, and those of the settings', () => {
    vi.stubEnv('HOLDFAST_SETTINGS', undefined);
    const here = ['ci', 'local'];
    expect(succeed(of(80, 100), { ci: 0.8, local: 0.8 }).pass).toBe(true);
    expect(succeed(of(80, 100), { night: 0.9, default: 0.7 }).pass).toBe(true);
    expect(() => succeed(of(80, 100), { night: 0.9 })).toThrow(
      new RegExp(
        `has no rate for the environment '(${here.join('|')})', and no \`default\`; it has night\\.`,
      ),
    );
    expect(succeed(of(100, 100), 'target').pass).toBe(true);
    expect(succeed(of(10, 100), 'floor').pass).toBe(false);
    vi.unstubAllEnvs();
  });

  it('puts the runner’s own headline first', () => {
    const state = { isNot: false, utils: { matcherHint: (name: string) => `expect().${name}` } };
    expect(succeed(of(1, 2), 0.9, {}, state).message).toMatch(/^expect\(\)\.toSucceedAtLeast\n\n1 of 2/);
  });

  it.each([0, -0.1, 1.1, Number.NaN, Number.POSITIVE_INFINITY, '0.9', null])(
    'refuses the rate %s',
    (rate) => {
      expect(() => succeed(of(1, 2), rate as number)).toThrow(TypeError);
    },
  );

  it('refuses a rate of 1 with confidence, which nothing could prove', () => {
    expect(() => succeed(of(5, 5), 1, { confidence: 0.9 })).toThrow(
      '`rate` must be a finite number above 0 and below 1; got 1.',
    );
  });

  it.each([
    [[]],
    [{ successes: 0, total: 0 }],
    [{ successes: 3, total: 2 }],
    [{}],
    ['text'],
    [null],
    [[1, 2]],
    [{ successes: Number.NaN, total: 5 }],
  ])('refuses what holds no samples: %j', (received) => {
    expect(() => succeed(received, 0.9)).toThrow(/^A rate needs a result with `successes`.*; got /);
  });

  it.each([{ confidence: 1 }, { confidence: 0.2 }, { confidence: Number.NaN }, { confidnce: 0.9 }])(
    'refuses %o',
    (options) => {
      expect(() => succeed(of(1, 2), 0.9, options)).toThrow(TypeError);
    },
  );
});

describe('toFailAtMost', () => {
  it('is the mirror of toSucceedAtLeast', () => {
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.nat(200),
        fc.integer({ min: 1, max: 99 }),
        (successes, failures, percent) => {
          fc.pre(successes + failures > 0);
          const total = successes + failures;
          const pass = failures * 100 <= percent * total;
          expect(fail(of(successes, total), percent / 100).pass).toBe(pass);
        },
      ),
    );
  });

  it('takes the failure rate that belongs to the settings’ success rate', () => {
    expect(fail(of(100, 100), 'target').pass).toBe(true);
    expect(fail(of(10, 100), 'target').pass).toBe(false);
  });

  it('takes the verdict of a sequential test about the success rate that belongs to it', () => {
    const result = { ...of(17, 20), verdict: 'above', asked: 0.9 };
    expect(fail(result, 0.1).pass).toBe(true);
    expect(fail({ ...result, verdict: 'below' }, 0.2).pass).toBe(true);
    expect(fail({ ...of(20, 20), verdict: 'below', asked: 0.9 }, 0.1).pass).toBe(false);
    expect(fail({ ...of(20, 20), verdict: 'cannot-tell', asked: 0.9 }, 0.1).pass).toBe(false);
    expect(fail({ ...of(20, 20), verdict: 'cannot-tell', asked: 0.9 }, 0.1, {}, isNot).pass).toBe(true);
  });

  it('says the failures', () => {
    expect(fail(of(60, 100), 0.2).message).toContain(
      '40 of 100 failed (40 %; 95 % interval 30.9 % to 49.8 %); expected at most 20 %.',
    );
    expect(fail(of(0, 4), 0.2).message).toContain('All failed: the operation is missing');
  });

  it('has three outcomes with confidence', () => {
    const sure = { confidence: 0.95 };
    expect(fail(of(995, 1_000), 0.1, sure).pass).toBe(true);
    expect(fail(of(19, 20), 0.1, sure).pass).toBe(false);
    expect(fail(of(19, 20), 0.1, sure, isNot).pass).toBe(true);
  });

  it('refuses 1, which could not fail, and allows 0', () => {
    expect(() => fail(of(1, 2), 1)).toThrow('`rate` must be a finite number from 0 and below 1; got 1.');
    expect(fail(of(2, 2), 0).pass).toBe(true);
    expect(() => fail(of(2, 2), 0, { confidence: 0.9 })).toThrow(TypeError);
  });
});
