import { describe, expect, it } from 'vitest';
import { classify } from '../../src/classify/classify.js';
import { failureOf, type Sample } from './failure-of.js';

const timedOut = 'Test timed out in 5000ms.';
const judge = (sample: Sample) => {
  const { category, cause, standing } = classify(failureOf(sample));
  return { category, cause, standing };
};

describe('a time-out', () => {
  it('of a test with work to do on a saturated machine is the machine’s, supported by its load', () => {
    expect(
      judge({ message: timedOut, attempt: { limitMs: 5000, machine: { cpuBusy: 0.98, loopBusy: 0.7 } } }),
    ).toEqual({
      category: 'ENVIRONMENT',
      cause: 'slow-machine',
      standing: 'supported',
    });
  });

  it('of a worker that stood still is the machine’s', () => {
    expect(
      judge({ message: timedOut, attempt: { limitMs: 5000, machine: { cpuBusy: 0.5, loopLagMs: 900 } } })
        .cause,
    ).toBe('slow-machine');
  });

  it('of a test that only waits is not excused by busy processors, which every test run has', () => {
    expect(
      judge({ message: timedOut, attempt: { limitMs: 5000, machine: { cpuBusy: 1, loopBusy: 0.02 } } }),
    ).toEqual({ category: 'CONFIGURATION', cause: 'timeout-budget', standing: 'suspected' });
  });

  it('of a test that blocks its own event loop is not the machine’s', () => {
    expect(
      judge({
        message: timedOut,
        attempt: { limitMs: 5000, machine: { cpuBusy: 0.55, loopBusy: 1, loopLagMs: 4900 } },
      }).cause,
    ).toBe('timeout-budget');
  });

  it('after a long limit on an idle machine is a hang', () => {
    expect(
      judge({
        message: 'Test timed out in 60000ms.',
        attempt: { limitMs: 60_000, machine: { cpuBusy: 0.1, loopBusy: 0 } },
      }),
    ).toEqual({ category: 'BUG', cause: 'hang', standing: 'supported' });
  });

  it('with nothing else known is a budget, only suspected', () => {
    expect(judge({ message: timedOut, attempt: { limitMs: 5000 } })).toEqual({
      category: 'CONFIGURATION',
      cause: 'timeout-budget',
      standing: 'suspected',
    });
  });

  it('that strikes only in company is the machine’s', () => {
    expect(judge({ message: timedOut, observed: { failsOnlyInFullRun: true } })).toEqual({
      category: 'ENVIRONMENT',
      cause: 'slow-machine',
      standing: 'supported',
    });
  });

  it('of a step whose need was measured is a budget, supported', () => {
    expect(
      judge({
        message: 'Test timed out in 30000ms.',
        evidence: [{ name: 'budget.time', data: { limitMs: 30_000, neededMs: 42_000 } }],
      }),
    ).toEqual({ category: 'CONFIGURATION', cause: 'timeout-budget', standing: 'supported' });
  });
});

describe('evidence of fixtures', () => {
  it('shows a full pool behind a time-out', () => {
    expect(
      judge({
        message: 'Test timed out in 30000ms.',
        evidence: [{ name: 'pool.statistics', data: { size: 4, busy: 4, waiting: 6 } }],
      }),
    ).toEqual({ category: 'CONFIGURATION', cause: 'pool-exhausted', standing: 'supported' });
  });

  it('names what leaked', () => {
    const verdict = classify(
      failureOf({ message: 'expected true to be false', evidence: [{ name: 'leak.timer', data: {} }] }),
    );
    expect(verdict).toMatchObject({ category: 'TEST_DESIGN', cause: 'leaked-handle', standing: 'supported' });
    expect(verdict.why).toContain('timer');
  });
});

describe('attempts', () => {
  const flaky = {
    ...failureOf({ message: 'expected +0 to be 1', name: 'AssertionError' }),
    flaky: true,
  };

  it('an assertion that passed on retry is suspected to be a race, and no higher', () => {
    expect(classify(flaky)).toMatchObject({
      category: 'TEST_DESIGN',
      cause: 'race-in-test',
      standing: 'suspected',
    });
  });

  it('the error of the last failed attempt decides', () => {
    const [first] = flaky.attempts;
    const attempts = [
      ...(first === undefined ? [] : [first]),
      { number: 2, status: 'passed' as const, errors: [], phase: 'test' as const },
    ];
    expect(classify({ ...flaky, attempts }).cause).toBe('race-in-test');
  });
});

describe('workers', () => {
  it('that died with the machine short of memory ran out of it', () => {
    expect(
      judge({
        message: 'worker ended',
        kind: 'worker',
        attempt: { phase: 'worker', machine: { freeMemoryBytes: 40 * 1024 * 1024 } },
      }),
    ).toEqual({ category: 'ENVIRONMENT', cause: 'out-of-memory', standing: 'supported' });
  });

  it('that died without a sign crashed', () => {
    expect(judge({ message: 'worker ended', kind: 'worker', attempt: { phase: 'worker' } }).cause).toBe(
      'worker-crash',
    );
  });
});
