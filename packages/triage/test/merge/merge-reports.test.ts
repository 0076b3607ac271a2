import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import schema from '../../schema/report.schema.json' with { type: 'json' };
import { mergeReports } from '../../src/merge/merge-reports.js';
import { readReport } from '../../src/merge/read-report.js';
import { renderJson } from '../../src/report/render-json.js';
import { renderText } from '../../src/report/render-text.js';
import type { Report, RunSummary } from '../../src/report/report.js';
import { failureOf } from '../failure.fixture.js';
import { reportOf } from '../report.fixture.js';

const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

const part = (id: string, report: Report, changes: Partial<RunSummary> = {}): Report => ({
  ...report,
  run: { ...report.run, id, ...changes },
});

const refused = (title: string) =>
  failureOf(
    { name: 'Error', code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 10.0.0.1:5432' },
    { title: [title] },
  );

describe('reports joined', () => {
  it('make one incident of one cause over all shards', () => {
    const merged = mergeReports([
      part('a', reportOf([refused('one'), refused('two')]), { shard: '1/2' }),
      part('b', reportOf([refused('three'), failureOf('boom', { title: ['four'] })]), { shard: '2/2' }),
    ]);
    expect(merged.incidents).toHaveLength(2);
    const database = merged.incidents.find(({ category }) => category === 'ENVIRONMENT');
    expect(database?.failures).toHaveLength(3);
    expect(merged.totals).toMatchObject({ failed: 4, passed: 20, tests: 26 });
    expect(merged.run.shard).toBeUndefined();
    expect(merged.gaps).toEqual([]);
    expect(merged.run.interrupted).toBeNull();
    for (const { id, incident } of merged.failures)
      expect(merged.incidents.find((one) => one.id === incident)?.failures).toContain(id);
  });

  it('keep one row for each run in which a test failed', () => {
    const failure = failureOf('boom', { title: ['one'] });
    const merged = mergeReports([
      part('a', reportOf([failure])),
      part('b', reportOf([failure]), { runner: { name: 'jest', version: '30.5.2' } }),
    ]);
    expect(new Set(merged.failures.map(({ id }) => id)).size).toBe(2);
    expect(merged.run.runner).toEqual({ name: 'vitest, jest', version: '4.1.12, 30.5.2' });
    expect(merged.totals.failed).toBe(2);
  });

  it('keep why tests were skipped, what they left, and what is to be tidied', () => {
    const stale = {
      test: 'a > pays',
      state: 'fixed' as const,
      owner: 'Ada',
      until: '2026-12-24',
      quietRuns: 12,
    };
    const left = { title: ['a'], file: 'a.test.ts', kind: 'server', what: '127.0.0.1:80' };
    const quarantine = { owner: 'Ada', because: 'x', until: '2026-12-24', expired: false };
    const red = reportOf([failureOf('boom', { file: 'b', title: ['pays'] })]);
    const merged = mergeReports([
      part('a', {
        ...reportOf([]),
        skips: [{ reason: 'no docker', tests: 1 }],
        staleQuarantine: [stale, { ...stale, test: 'b > pays' }],
        leftBehind: [left],
      }),
      part('b', {
        ...red,
        failures: red.failures.map((row) => ({ ...row, quarantine })),
        skips: [
          { reason: 'no network', tests: 2 },
          { reason: 'no docker', tests: 3 },
        ],
        staleQuarantine: [{ ...stale, state: 'expired', quietRuns: null }],
      }),
    ]);
    expect(merged.skips).toEqual([
      { reason: 'no docker', tests: 4 },
      { reason: 'no network', tests: 2 },
    ]);
    expect(merged.leftBehind).toEqual([left]);
    // `b > pays` failed in the other run: it is not fixed.
    expect(merged.staleQuarantine).toEqual([{ ...stale, state: 'expired', quietRuns: null }]);
  });

  it('count a run once, and name the shard that is missing', () => {
    const one = part('a', reportOf([refused('one')]), { shard: '1/3' });
    const merged = mergeReports([one, one, part('c', reportOf([]), { shard: '3/3' })]);
    expect(merged.totals.failed).toBe(1);
    expect(merged.gaps).toEqual([
      'Shard 2/3 is not among the reports that were merged',
      '1 of the reports was of a run that another one told of; each run counts once',
    ]);
    expect(merged.run).toMatchObject({ shard: '1/3, 3/3', interrupted: 'other' });
  });

  it('say what was left out, and are those of a run that is not known as a whole', () => {
    const one = part('a', reportOf([]));
    expect(mergeReports([one])).toBe(one);
    const merged = mergeReports([one], ['b.json is no JSON: x']);
    expect(merged.gaps).toEqual(['Left out of the joined report: b.json is no JSON: x']);
    expect(merged.run.interrupted).toBe('other');
    expect(merged.totals).toEqual(one.totals);
    expect(validate(JSON.parse(renderJson(merged)))).toBe(true);
  });

  it('take as long as from the first start to the last end', () => {
    const merged = mergeReports([
      part('a', reportOf([]), { startedAt: '2026-11-21T03:00:00.000Z', durationMs: 60_000 }),
      part('b', reportOf([]), { startedAt: '2026-11-21T03:00:30.000Z', durationMs: 50_000 }),
    ]);
    expect(merged.run).toMatchObject({ startedAt: '2026-11-21T03:00:00.000Z', durationMs: 80_000 });
  });

  it('agree in their totals and fit the schema, in any order and in any grouping', () => {
    const failures = fc.array(
      fc.constantFrom(
        refused('one'),
        refused('two'),
        failureOf('boom', { title: ['three'] }),
        failureOf('x', {
          title: ['four'],
          flaky: true,
          attempts: [
            { number: 1, status: 'failed', phase: 'test', errors: [{ message: 'x' }] },
            { number: 2, status: 'passed', phase: 'test', errors: [] },
          ],
        }),
      ),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(failures, fc.nat(50)), { minLength: 2, maxLength: 5 }), (parts) => {
        const reports = parts.map(([some, passed], index) => part(`run${index}`, reportOf(some, passed))) as [
          Report,
          Report,
        ];
        const merged = mergeReports(reports);
        const sum = (pick: (report: Report) => number) =>
          reports.reduce((total, report) => total + pick(report), 0);
        expect(merged.totals.passed).toBe(sum(({ totals }) => totals.passed));
        expect(merged.totals.failed).toBe(sum(({ totals }) => totals.failed));
        expect(merged.totals.flaky).toBe(sum(({ totals }) => totals.flaky));
        expect(merged.failures).toHaveLength(sum((report) => report.failures.length));
        expect(merged.incidents.flatMap((incident) => incident.failures).sort()).toEqual(
          merged.failures.map(({ id }) => id).sort(),
        );
        expect(merged.categories.reduce((total, row) => total + row.failures, 0)).toBe(
          merged.failures.length,
        );
        const turned = mergeReports([...reports].reverse() as unknown as [Report, Report]);
        expect(turned.totals).toEqual(merged.totals);
        expect(turned.incidents.map(({ id }) => id).sort()).toEqual(
          merged.incidents.map(({ id }) => id).sort(),
        );
        const [first, ...others] = reports;
        const inSteps = others.reduce((joined, next) => mergeReports([joined, next]), first);
        expect(inSteps.totals).toEqual(merged.totals);
        expect(validate(JSON.parse(renderJson(merged))) ? [] : validate.errors).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('reading a report', () => {
  const whole = JSON.parse(renderJson(reportOf([refused('one')])));
  const withMember = (member: object): string => JSON.stringify({ ...whole, ...member });

  it('gives back what was written', () => {
    const report = reportOf([refused('one')]);
    expect(readReport(renderJson(report))).toEqual({ report: JSON.parse(renderJson(report)) });
  });

  it.each([
    ['', 'is no JSON'],
    ['{"format":"holdfast-rep', 'is no JSON'],
    ['{}', 'is no report of Holdfast'],
    ['[]', 'is no report of Holdfast'],
    ['{"format":"holdfast-report","version":9}', 'is a report of version 9'],
    ['{"format":"holdfast-report","version":1}', 'does not say which run it is of'],
    [withMember({ run: { ...whole.run, shard: 1 } }), 'does not say which run it is of'],
    [withMember({ skips: [{ reason: 1 }] }), 'skips is damaged'],
    [withMember({ failures: [{ ...whole.failures[0], history: 'long' }] }), 'failures[0] is damaged'],
  ])('says what is wrong with %j', (text, problem) => {
    expect((readReport(text) as { problem: string }).problem).toContain(problem);
  });

  it('takes any JSON without throwing, and no damaged report for a whole one', () => {
    const optional = ['skips', 'staleQuarantine', 'leftBehind'];
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(whole), ...optional),
        fc.oneof(fc.constant(undefined), fc.anything()),
        (key, value) => {
          let text: string;
          try {
            text = JSON.stringify({ ...whole, [key]: value });
          } catch {
            return;
          }
          const read = readReport(text);
          if (!('report' in read)) return;
          const merged = mergeReports([read.report, part('other', reportOf([]))]);
          if (optional.includes(key)) renderText(merged);
        },
      ),
      { numRuns: 500 },
    );
  });
});
