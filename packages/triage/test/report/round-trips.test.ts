import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LogCollector } from '../../src/ingest/log-collector.js';
import type { LoggedTest } from '../../src/ingest/log-sink.js';
import { readLog } from '../../src/ingest/read-log.js';
import { renderCtrf } from '../../src/report/render-ctrf.js';
import { renderJson } from '../../src/report/render-json.js';
import { renderJunit } from '../../src/report/render-junit.js';
import type { Report } from '../../src/report/report.js';
import { sourceOf } from '../ingest/read-text.js';
import { anyListedReport } from './listed-report.fixture.js';

const read = async (content: string): Promise<LogCollector> => {
  const collector = new LogCollector(true);
  collector.open('a.log');
  await readLog(sourceOf(content), collector);
  collector.close();
  return collector;
};

const lineOf = (file: string | null | undefined, status: string, title: readonly string[]): string =>
  JSON.stringify([file ?? null, status, title]);

/** What a report lists, a line each, in no order. */
const listed = ({ failures, tests = [] }: Report): readonly string[] =>
  [
    ...failures.map(({ file, kind, flaky, title }) => lineOf(file, flaky ? 'flaky' : kind, title)),
    ...tests.map(({ file, status, title }) => lineOf(file, status, title)),
  ].sort();

const found = ({ failures, tests = [] }: LogCollector): readonly string[] =>
  [
    ...failures.map(({ test }) =>
      lineOf(test.file, test.flaky === true ? 'flaky' : (test.kind ?? 'test'), test.title),
    ),
    ...tests.map(({ file, status, title }) => lineOf(file, status, title)),
  ].sort();

const failedAttempts = (tests: readonly Pick<LoggedTest, 'attempts'>[]): readonly number[] =>
  tests.map(({ attempts = [] }) => attempts.filter(({ status }) => status === 'failed').length).sort();

const totalsOf = ({ totals }: Report) => ({
  passed: totals.passed,
  failed: totals.failed,
  skipped: totals.skipped,
  todo: totals.todo,
});

describe.each([
  ['JUnit XML', renderJunit],
  ['CTRF', renderCtrf],
  ['report.json', renderJson],
])('%s', (_, render) => {
  it('is read back with the totals, titles and attempts that were written', async () => {
    await fc.assert(
      fc.asyncProperty(anyListedReport, async (report) => {
        const collector = await read(render(report));
        expect(collector.problems).toEqual([]);
        expect(collector.notes).toEqual([]);
        const [log] = collector.logs;
        expect(log?.tests).toEqual(totalsOf(report));
        expect(log?.otherFailures).toBe(report.totals.otherFailures);
        expect(found(collector)).toEqual(listed(report));
        expect(failedAttempts(collector.failures.map(({ test }) => test))).toEqual(
          failedAttempts(report.failures),
        );
      }),
      { numRuns: Number(process.env.HOLDFAST_FUZZ_RUNS ?? 300) },
    );
  });
});
