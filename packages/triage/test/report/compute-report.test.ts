import { describe, expect, it } from 'vitest';
import { failureOf } from '../failure.fixture.js';
import { reportOf } from '../report.fixture.js';

const timedOut = (durationMs: number) =>
  failureOf('x', {
    attempts: [
      {
        number: 1,
        status: 'failed',
        phase: 'beforeEach',
        durationMs,
        limitMs: 5_000,
        errors: [{ message: 'Exceeded timeout of 5000 ms for a hook.' }],
      },
    ],
  });

describe('computeReport', () => {
  it('counts as the runner counts, and rows beside the tests apart', () => {
    const report = reportOf([
      failureOf('a'),
      failureOf('b', { kind: 'file', title: [] }),
      failureOf('c', { flaky: true }),
    ]);
    expect(report.totals).toMatchObject({
      passed: 10,
      failed: 1,
      skipped: 1,
      tests: 12,
      flaky: 1,
      otherFailures: 1,
      passRate: 10 / 11,
    });
    expect(report.gaps).toEqual([]);
  });

  it('lists phases that ran into a limit, the slowest first', () => {
    const { timeouts } = reportOf([timedOut(5_001), timedOut(5_020), failureOf('boom')]);
    expect(timeouts.map(({ phase, durationMs, limitMs }) => [phase, durationMs, limitMs])).toEqual([
      ['beforeEach', 5_020, 5_000],
      ['beforeEach', 5_001, 5_000],
    ]);
  });

  it('shares failures out among categories, with what each means', () => {
    const { categories } = reportOf([
      failureOf('connect ECONNREFUSED 127.0.0.1:1'),
      failureOf('connect ECONNREFUSED 127.0.0.1:2'),
      failureOf('ENOSPC: no space left on device, write'),
      failureOf('???'),
    ]);
    expect(categories.map(({ category, failures, share }) => [category, failures, share])).toEqual([
      ['ENVIRONMENT', 3, 0.75],
      ['UNKNOWN', 1, 0.25],
    ]);
    expect(categories[0]?.causes[0]).toEqual({ cause: 'service-unreachable', failures: 2 });
    expect(categories[0]?.description).not.toBe('');
  });

  it('has a failure point at its incident and the incident at its failure', () => {
    const report = reportOf([failureOf('a'), failureOf('connect ECONNREFUSED 127.0.0.1:1')]);
    for (const failure of report.failures) {
      expect(report.incidents.find(({ id }) => id === failure.incident)?.failures).toContain(failure.id);
    }
  });
});
