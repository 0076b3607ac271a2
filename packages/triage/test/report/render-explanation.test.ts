import { describe, expect, it } from 'vitest';
import { renderExplanation } from '../../src/report/render-explanation.js';
import { failureOf } from '../failure.fixture.js';
import { reportOf } from '../report.fixture.js';

describe('one verdict in full', () => {
  it('has every attempt, the evidence with its weight, what was recorded, and what shares its incident', () => {
    const refused = { name: 'Error', code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 10.0.0.1:5432' };
    const report = reportOf([
      failureOf(refused, {
        title: ['orders', 'pays'],
        flaky: true,
        attempts: [
          {
            number: 1,
            status: 'failed',
            phase: 'beforeEach',
            durationMs: 40,
            limitMs: 5_000,
            errors: [{ ...refused, cause: { message: 'socket closed' } }],
          },
          { number: 2, status: 'passed', phase: 'test', errors: [] },
        ],
        evidence: [{ name: 'pool.checkout', data: { waiting: 3 } }],
      }),
      failureOf(refused, { title: ['orders', 'ships'] }),
    ]);
    const row = report.failures.find(({ title }) => title.includes('pays'));
    if (row === undefined) throw new Error('no row');
    const text = renderExplanation(report, row, false);
    for (const line of [
      'orders > pays',
      'ENVIRONMENT service-unreachable',
      'passed on retry',
      '1. failed in beforeEach, 40 ms of 5 s',
      'Error [ECONNREFUSED]: connect ECONNREFUSED 10.0.0.1:5432',
      'caused by',
      'socket closed',
      '2. passed in test',
      'pool.checkout  {"waiting":3}',
      'no earlier run is known',
      `fingerprint ${row.fingerprint}`,
      'with 1 more',
    ])
      expect(text).toContain(line);
    for (const { rule, sentence } of row.verdict.evidence) expect(text).toContain(`${sentence} (${rule})`);
    for (const step of row.verdict.advice) expect(text).toContain(step);
  });

  it('tells past, correction and quarantine', () => {
    const report = reportOf([failureOf('boom', { title: ['one'] })]);
    const [row] = report.failures;
    if (row === undefined) throw new Error('no row');
    const text = renderExplanation(
      report,
      {
        ...row,
        history: {
          runs: 30,
          failed: 4,
          passedOnRetry: 2,
          sameFailure: 5,
          firstSeen: '2026-10-01T08:00:00.000Z',
          lastSeen: '2026-11-01T08:00:00.000Z',
          knownFlaky: true,
        },
        correction: { because: 'It is the clock.', by: 'Ada', on: '2026-11-02', was: 'UNKNOWN/unknown' },
        quarantine: { owner: 'Grace', because: 'A fix is on its way.', until: '2026-12-24', expired: false },
      },
      false,
    );
    expect(text).toContain('failed in 4 of 30 earlier runs, passed on retry in 2');
    expect(text).toContain('failed like this in 5, first 2026-10-01, last 2026-11-01');
    expect(text).toContain('corrected on 2026-11-02 by Ada, from UNKNOWN/unknown: It is the clock.');
    expect(text).toContain('in quarantine, Grace, until 2026-12-24: A fix is on its way.');
  });
});
