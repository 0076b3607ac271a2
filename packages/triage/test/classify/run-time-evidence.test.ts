import { describe, expect, it } from 'vitest';
import { classify } from '../../src/classify/classify.js';
import { failureOf, type Sample } from './failure-of.js';

const timedOut = 'Test timed out in 5000ms.';
const judge = (sample: Sample) => {
  const { category, cause, standing } = classify(failureOf(sample));
  return { category, cause, standing };
};

describe('a time-out', () => {
  it('of a test with work to do on a saturated machine is the machine’s, only suspected: a product that spins looks the same', () => {
    expect(
      judge({ message: timedOut, attempt: { limitMs: 5000, machine: { cpuBusy: 0.98, loopBusy: 0.97 } } }),
    ).toEqual({ category: 'ENVIRONMENT', cause: 'slow-machine', standing: 'suspected' });
  });

  it('of a worker that stood still for most of the limit is the machine’s, supported by the delay', () => {
    const machine = { cpuBusy: 0.95, loopBusy: 0.1, loopLagMs: 3000 };
    expect(judge({ message: timedOut, attempt: { limitMs: 5000, machine } })).toEqual({
      category: 'ENVIRONMENT',
      cause: 'slow-machine',
      standing: 'supported',
    });
  });

  it.each([0.5, 0.95])(
    'of a worker that stood still for a moment (processors %d busy) is only suspected to be the machine’s',
    (cpuBusy) => {
      const machine = { cpuBusy, loopBusy: 0.05, loopLagMs: 900 };
      expect(judge({ message: timedOut, attempt: { limitMs: 5000, machine } })).toEqual({
        category: 'ENVIRONMENT',
        cause: 'slow-machine',
        standing: 'suspected',
      });
    },
  );

  it('after a delay that the test’s own work explains is not the machine’s', () => {
    const machine = { cpuBusy: 0.4, loopBusy: 0.18, loopLagMs: 800 };
    expect(judge({ message: timedOut, attempt: { limitMs: 5000, machine } }).cause).toBe('timeout-budget');
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

  it('that the product declared itself, long before the limit of the test, is not excused', () => {
    const machine = { cpuBusy: 0.98, loopBusy: 0.9, loopLagMs: 20 };
    const attempt = { durationMs: 210, limitMs: 5000, machine };
    expect(judge({ message: 'operation timed out after 200 ms', name: 'TimeoutError', attempt }).cause).toBe(
      'unknown',
    );
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

  it.each([{ failsOnlyInFullRun: true }, { failsOnlyOnCI: true }])(
    'that strikes only elsewhere (%o) is suspected to be the machine’s, and no higher',
    (observed) => {
      expect(judge({ message: timedOut, observed })).toEqual({
        category: 'ENVIRONMENT',
        cause: 'slow-machine',
        standing: 'suspected',
      });
    },
  );

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
      failureOf({ message: 'expected true to be false', evidence: [{ name: 'leak.environment', data: {} }] }),
    );
    expect(verdict).toMatchObject({ category: 'TEST_DESIGN', cause: 'leaked-state', standing: 'supported' });
    expect(verdict.why).toContain('environment');
  });

  const charged = [
    {
      name: 'leak.environment',
      data: { what: 'process.env.CURRENCY', change: 'replaced', leftBy: 'pays in dollars' },
    },
  ];

  it('of what another test changed decides where the error names the thing', () => {
    const verdict = classify(failureOf({ message: 'CURRENCY must be EUR, got USD', evidence: charged }));
    expect(verdict).toMatchObject({
      category: 'TEST_DESIGN',
      cause: 'order-dependence',
      standing: 'supported',
    });
    expect(verdict.why).toContain('process.env.CURRENCY: replaced by the test "pays in dollars"');
  });

  it('of what another test changed excuses nothing where the error does not name it', () => {
    const error = { message: 'Cannot read properties of null', name: 'TypeError' };
    expect(judge({ ...error, evidence: charged })).toMatchObject(judge(error));
  });

  it('of what the test itself left names why the ledger failed it', () => {
    const error = { message: 'pays left something behind', name: 'HoldfastError', code: 'HOLDFAST_LEAKED' };
    const evidence = [{ name: 'leftover.server', data: { what: 'server on port 4001' } }];
    expect(judge({ ...error, evidence })).toMatchObject({ category: 'TEST_DESIGN', cause: 'leaked-handle' });
  });

  it('of an open handle does not vouch for a wrong value', () => {
    const evidence = [{ name: 'leak.timer', data: {} }];
    expect(judge({ message: 'expected 1 to be 3', evidence }).standing).toBe('suspected');
  });

  const full = [{ name: 'pool.statistics', data: { size: 2, busy: 2, waiting: 1 } }];
  const short = [{ name: 'budget.time', data: { limitMs: 20, neededMs: 30 } }];
  const wrongValue = 'expect(received).toBe(expected)\n\nExpected: "paid"\nReceived: "open"';
  it.each([
    ['a full pool', full, 'assertion-mismatch', { message: wrongValue }],
    ['a short limit', short, 'assertion-mismatch', { message: wrongValue }],
    ['a full pool', full, 'type-error', { message: 'Cannot read properties of null', name: 'TypeError' }],
  ] as const)(
    'of %s does not excuse what has nothing to do with it: %o, %s',
    (_what, evidence, cause, error) => {
      expect(judge({ ...error, evidence })).toMatchObject({ category: 'BUG', cause });
    },
  );
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

  it('that filled the memory itself is not vouched for by the machine', () => {
    const machine = { freeMemoryBytes: 40 * 1024 * 1024, residentBytes: 6 * 1024 ** 3 };
    expect(judge({ message: 'ended', kind: 'worker', attempt: { phase: 'worker', machine } }).standing).toBe(
      'suspected',
    );
  });

  it('that died without a sign crashed', () => {
    expect(judge({ message: 'worker ended', kind: 'worker', attempt: { phase: 'worker' } }).cause).toBe(
      'worker-crash',
    );
  });
});

describe('errors that nobody waited for', () => {
  const stackIn = (file: string) => `Error: diverged\n    at settle (/app/${file}:3:9)`;

  it('and that came late from the product are not vouched for as the test’s', () => {
    const late = { message: 'diverged', kind: 'unhandled', attempt: { phase: 'after-end' } } as const;
    expect(judge({ ...late }).standing).toBe('suspected');
    expect(judge({ ...late, stack: stackIn('node_modules/emitter/index.js') }).standing).toBe('suspected');
    expect(judge({ ...late, stack: stackIn('test/ledger.test.js') })).toEqual({
      category: 'TEST_DESIGN',
      cause: 'missing-await',
      standing: 'supported',
    });
  });

  it('are the product’s where its own assertion failed', () => {
    const invariant = { message: 'balance is negative', name: 'AssertionError', code: 'ERR_ASSERTION' };
    const evidence = [{ name: 'error.unhandled', data: {} }];
    expect(judge({ ...invariant, evidence, stack: stackIn('src/ledger.js') })).toMatchObject({
      category: 'BUG',
      cause: 'unhandled-rejection',
    });
    expect(judge({ ...invariant, evidence, stack: stackIn('test/ledger.test.js') }).cause).toBe(
      'missing-await',
    );
  });

  it('say of the product whether it threw in a callback', () => {
    const thrown = (origin: string) =>
      classify(
        failureOf({
          name: 'TypeError',
          message: "Cannot read properties of undefined (reading 'map')",
          stack: stackIn('src/mailer.js'),
          evidence: [{ name: 'error.unhandled', data: { origin } }],
        }),
      );
    expect(thrown('exception')).toMatchObject({
      category: 'BUG',
      cause: 'unhandled-rejection',
      why: 'The product threw in a callback, where nothing could catch it.',
    });
    expect(thrown('rejection').why).toContain('neither waited for it nor caught its error');
  });

  it('are no excuse for an assertion that was thrown in a callback: the test may have waited for it', () => {
    const mismatch = {
      message: "expected 'draft' to be 'sent'",
      name: 'AssertionError',
      stack: stackIn('test/ledger.test.js'),
    };
    const from = (origin: string) =>
      judge({ ...mismatch, evidence: [{ name: 'error.unhandled', data: { origin } }] });
    expect(from('exception')).toEqual(judge(mismatch));
    expect(from('exception').category).not.toBe('TEST_DESIGN');
    expect(from('rejection').cause).toBe('missing-await');
  });
});
