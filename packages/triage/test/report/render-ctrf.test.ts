import { Ajv } from 'ajv';
import { schema } from 'ctrf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderCtrf } from '../../src/report/render-ctrf.js';
import type { Report } from '../../src/report/report.js';
import { failureOf } from '../failure.fixture.js';
import { reportOf } from '../report.fixture.js';
import { anyListedReport, listedReport, testOf } from './listed-report.fixture.js';

const read = (report: Report) => JSON.parse(renderCtrf(report));
// Compiled once: the package's own `validate` does it for every report.
const validate = new Ajv({
  allErrors: true,
  formats: {
    'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/,
    uri: URL.canParse,
    uuid: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i,
  },
}).compile(schema);
const problems = (value: unknown) => (validate(value) ? [] : (validate.errors ?? []));

const attempt = (number: number, message: string) => ({
  number,
  status: 'failed' as const,
  phase: 'test' as const,
  durationMs: 7.4,
  errors: [{ name: 'TypeError', message, stack: `TypeError: ${message}\n    at total (src/cart.js:8:23)` }],
});

describe('renderCtrf', () => {
  it('is valid by the published schema, whatever the run was', () => {
    fc.assert(
      fc.property(anyListedReport, (report) => {
        expect(problems(read(report))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('would be found out by that schema', () => {
    const good = read(reportOf([failureOf('x')]));
    expect(problems({ ...good, more: 1 })).not.toEqual([]);
  });

  it('counts and lists passed tests beside failures', () => {
    const report = listedReport(
      [failureOf('x', { title: ['orders', 'ships'], tags: ['@slow'] })],
      [
        testOf(['orders', 'pays']),
        testOf(['waits'], { status: 'todo' }),
        testOf(['sleeps'], { status: 'skipped' }),
      ],
    );
    const { results } = read(report);
    expect(results.summary).toMatchObject({
      tests: 4,
      passed: 1,
      failed: 1,
      skipped: 1,
      pending: 1,
      other: 0,
    });
    expect(
      results.tests.map(({ name, suite, status, tags }: Record<string, unknown>) => [
        name,
        suite,
        status,
        tags,
      ]),
    ).toEqual([
      ['ships', ['orders'], 'failed', ['@slow']],
      ['pays', ['orders'], 'passed', undefined],
      ['waits', undefined, 'pending', undefined],
      ['sleeps', undefined, 'skipped', undefined],
    ]);
    expect(results.extra.holdfast.lists).toBe('all tests');
  });

  it('tells every attempt: those before the last as retry attempts, the last as the test', () => {
    const failure = failureOf('', { attempts: [attempt(1, 'first'), attempt(2, 'second')] });
    const [test] = read(reportOf([failure])).results.tests;
    expect(test).toMatchObject({ status: 'failed', message: 'second', retries: 1 });
    expect(test.retryAttempts).toEqual([
      {
        attempt: 1,
        status: 'failed',
        duration: 7,
        message: 'first',
        trace: 'TypeError: first\n    at total (src/cart.js:8:23)',
      },
    ]);
  });

  it('calls a test flaky that passed on retry, without a message of its own', () => {
    const passed = { number: 2, status: 'passed' as const, phase: 'test' as const, errors: [] };
    const failure = failureOf('', { flaky: true, attempts: [attempt(1, 'first'), passed] });
    const [test] = read(reportOf([failure])).results.tests;
    expect(test).toMatchObject({ status: 'passed', flaky: true, retries: 1 });
    expect(test).not.toHaveProperty('message');
  });

  it('carries the verdict of each failure and the incidents of the run', () => {
    const report = reportOf([failureOf('connect ECONNREFUSED 127.0.0.1:5432')]);
    const { results } = read(report);
    const [incident] = report.incidents;
    expect(results.tests[0].extra.holdfast).toMatchObject({
      category: 'ENVIRONMENT',
      cause: 'service-unreachable',
      incident: incident?.id,
    });
    expect(results.extra.holdfast.incidents).toMatchObject([{ id: incident?.id, failures: 1 }]);
  });

  it('is red for a file that did not load, though no test failed', () => {
    const { results } = read(reportOf([failureOf('Cannot find module', { kind: 'file', title: [] })]));
    expect(results.summary.failed).toBe(1);
    expect(results.tests).toMatchObject([{ name: 'the whole file', status: 'failed' }]);
  });

  it('counts the whole run and says so where the report does not list its tests', () => {
    const { results } = read(reportOf([failureOf('x')], 10));
    expect(results.summary).toMatchObject({ tests: 12, passed: 10, failed: 1 });
    expect(results.tests).toHaveLength(1);
    expect(results.extra.holdfast.lists).toBe('failures');
  });
});
