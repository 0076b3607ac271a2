import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/classify/classify.js';
import type { Failure } from '../../../src/failure.js';
import { failureOf, type Sample } from '../failure-of.js';

const RUNNER = { message: 'Test timed out in 5000ms.', attempt: { limitMs: 5_000 } } as const;
const WAIT = {
  name: 'HoldfastError',
  code: 'HOLDFAST_WAIT_TIMED_OUT',
  message: 'Waited 2,000 ms for () => order.isPaid, in vain (90 polls).',
  attempt: { durationMs: 2_010, limitMs: 30_000 },
} as const;

const judge = (sample: Sample, profile?: Failure['profile']) => {
  const failure = failureOf(sample);
  const { category, cause, standing, why } = classify(
    profile === undefined ? failure : { ...failure, profile },
  );
  return { verdict: `${category}/${cause}`, standing, why };
};

const resources = (overloaded: boolean) => ({
  name: 'resources',
  data: {
    durationMs: 5_000,
    samples: 50,
    overloaded,
    reasons: overloaded ? ['processors were at least 99 % busy half of the time, 4 % by this worker'] : [],
  },
});
const late = { name: 'wait.late', data: { for: 'order.isPaid', limitMs: 2_000, trueAfterMs: 2_090 } };
const vain = { name: 'wait', data: { for: 'order.isPaid', limitMs: 2_000, lastValue: 'false' } };
const fitted = {
  name: 'budget',
  data: {
    what: 'limit',
    asked: '2,000 ms',
    fitted: '3,600 ms',
    reason: 'speed 1, load 1.8',
    text: 'limit 2,000 ms fitted to 3,600 ms: speed 1, load 1.8',
  },
};

describe('a limit that struck', () => {
  it('before what it waited for came true is too short, supported', () => {
    expect(judge({ ...WAIT, evidence: [late] })).toEqual({
      verdict: 'CONFIGURATION/timeout-budget',
      standing: 'supported',
      why: 'It came after 2090 ms, past the limit of 2000 ms: the limit is too short, and nothing hangs.',
    });
  });

  it('so on a machine that others kept overloaded is the machine’s, supported, with the monitor’s reason', () => {
    expect(judge({ ...WAIT, evidence: [late, resources(true)] })).toEqual({
      verdict: 'ENVIRONMENT/slow-machine',
      standing: 'supported',
      why: 'It came after 2090 ms, past the limit of 2000 ms, on a machine that others kept overloaded: processors were at least 99 % busy half of the time, 4 % by this worker.',
    });
  });

  it.each([RUNNER, { ...WAIT, evidence: [vain] }])(
    'on an overloaded machine while nothing came is never more than suspected to be the machine’s: %o',
    (sample) => {
      const evidence = [...('evidence' in sample ? sample.evidence : []), resources(true)];
      expect(judge({ ...sample, evidence })).toMatchObject({
        verdict: 'ENVIRONMENT/slow-machine',
        standing: 'suspected',
        why: expect.stringContaining('would look the same'),
      });
    },
  );

  it('on a machine that the monitor saw at leisure is not the machine’s, whatever one look at the end saw', () => {
    const machine = { cpuBusy: 0.98, loopBusy: 0.97 };
    const sample = { ...RUNNER, attempt: { limitMs: 5_000, machine } };
    expect(judge(sample).verdict).toBe('ENVIRONMENT/slow-machine');
    expect(judge({ ...sample, evidence: [resources(false)] }).verdict).toBe('CONFIGURATION/timeout-budget');
  });

  it('while what it waited for never came, on a machine that had time, is a hang', () => {
    expect(judge({ ...WAIT, evidence: [vain, resources(false)] })).toEqual({
      verdict: 'BUG/hang',
      standing: 'supported',
      why: 'It waited for order.isPaid, which never came, on a machine that was not overloaded, as the monitor saw.',
    });
    expect(judge({ ...WAIT, evidence: [vain, fitted] })).toMatchObject({
      verdict: 'BUG/hang',
      why: expect.stringContaining('limit 2,000 ms fitted to 3,600 ms'),
    });
  });

  it('while nothing came, with nothing else known, is not called anything', () => {
    expect(judge({ ...WAIT, evidence: [vain] }).verdict).toBe('UNKNOWN/unknown');
    expect(judge(WAIT).verdict).toBe('UNKNOWN/unknown');
  });

  it('for a condition that cannot be evaluated is the test’s', () => {
    const broken = { ...vain, data: { ...vain.data, lastError: 'ReferenceError: ordr is not defined' } };
    expect(judge({ ...WAIT, evidence: [broken] })).toMatchObject({
      verdict: 'TEST_DESIGN/other-test-design',
      why: expect.stringContaining('ordr is not defined'),
    });
  });

  it.each([
    [{ cores: 2, speed: 0.4, load: 1 }, 'speed 0.4, load 1'],
    [{ cores: 4, speed: 1, load: 3 }, 'speed 1, load 3'],
    [{ cores: 0.5, speed: 1, load: 1 }, 'speed 1, load 1, 0.5 of a core'],
  ])(
    'on a slow or busy machine (%o) is suspected to be the machine’s, unless it was fitted',
    (profile, said) => {
      expect(judge(RUNNER, profile)).toMatchObject({
        verdict: 'ENVIRONMENT/slow-machine',
        standing: 'suspected',
        why: expect.stringContaining(said),
      });
      expect(judge({ ...RUNNER, evidence: [fitted] }, profile)).toMatchObject({
        verdict: 'CONFIGURATION/timeout-budget',
        why: expect.stringContaining('limit 2,000 ms fitted to 3,600 ms'),
      });
    },
  );

  it('of a wait is not the machine’s, busy or not: waits fit their limits', () => {
    const wait = { ...vain, data: { ...vain.data, askedMs: 500, fit: 'speed 1, load 3' } };
    const busy = { cores: 4, speed: 1, load: 3 };
    const sample = { ...WAIT, attempt: { ...WAIT.attempt, machine: { cpuBusy: 0.97, loopBusy: 0.2 } } };
    expect(judge({ ...sample, evidence: [vain] }, busy).verdict).toBe('ENVIRONMENT/slow-machine');
    expect(judge({ ...sample, evidence: [wait] }, busy).verdict).toBe('UNKNOWN/unknown');
  });

  it('of a test that only waited is not laid at the door of a machine that was busy before', () => {
    const busy = { cores: 4, speed: 1, load: 3 };
    const during = (loopBusy: number) => ({
      ...RUNNER,
      attempt: { ...RUNNER.attempt, machine: { cpuBusy: 0.6, loopBusy } },
    });
    expect(judge(during(0.5), busy).verdict).toBe('ENVIRONMENT/slow-machine');
    expect(judge(during(0.02), busy).verdict).toBe('CONFIGURATION/timeout-budget');
  });

  it('of a hook whose worker was never late is not laid at that door either', () => {
    const busy = { cores: 2, speed: 1, load: 5 };
    const hook = (loopLagMs: number) => ({
      message: 'Hook timed out in 300ms.',
      attempt: { limitMs: 300, phase: 'beforeAll' as const, machine: { cpuBusy: 1, loopLagMs } },
    });
    expect(judge(hook(2), busy).verdict).toBe('CONFIGURATION/timeout-budget');
    expect(judge(hook(60), busy).verdict).toBe('ENVIRONMENT/slow-machine');
  });

  it('on a machine that was busy before, and that the monitor saw at leisure, is not the machine’s', () => {
    const sample = { ...RUNNER, evidence: [resources(false)] };
    expect(judge(sample, { cores: 4, speed: 1, load: 3 }).verdict).toBe('CONFIGURATION/timeout-budget');
    expect(judge(sample, { cores: 4, speed: 0.4, load: 1 }).verdict).toBe('ENVIRONMENT/slow-machine');
  });

  it('on a machine like any other stays a budget', () => {
    expect(judge(RUNNER, { cores: 2, speed: 0.9, load: 1.3 }).verdict).toBe('CONFIGURATION/timeout-budget');
  });

  it('is judged without what is not of the right shape', () => {
    const odd = [
      { name: 'resources', data: { overloaded: 'yes', reasons: 'many' } },
      { name: 'wait.late', data: { limitMs: '2000', trueAfterMs: null } },
      { name: 'budget', data: { what: 'limit' } },
    ];
    expect(judge({ ...RUNNER, evidence: odd }).verdict).toBe('CONFIGURATION/timeout-budget');
  });

  it.each([late, vain, resources(true), fitted])('does not excuse a wrong value: %o', (evidence) => {
    const message = 'expect(received).toBe(expected)\n\nExpected: "paid"\nReceived: "open"';
    const { verdict } = judge({ message, evidence: [evidence] }, { cores: 1, speed: 0.3, load: 4 });
    expect(verdict).toBe('BUG/assertion-mismatch');
  });
});
