import fc from 'fast-check';
import type { Attempt, Failure, FailureKind } from '../../src/failure.js';
import type { Report, ReportTest } from '../../src/report/report.js';
import { failureOf } from '../failure.fixture.js';
import { reportOf } from '../report.fixture.js';

/** A report with a list of tests, whose totals are those of what it lists. */
export const listedReport = (failures: readonly Failure[], tests: readonly ReportTest[]): Report => {
  const report = reportOf(failures);
  const count = (status: ReportTest['status']) => tests.filter((test) => test.status === status).length;
  const flaky = failures.filter((failure) => failure.kind === 'test' && failure.flaky).length;
  const { failed } = report.totals;
  const [passed, skipped, todo] = [count('passed') + flaky, count('skipped'), count('todo')];
  const totals = { ...report.totals, passed, skipped, todo, tests: passed + failed + skipped + todo };
  return { ...report, totals, tests };
};

export const testOf = (title: readonly string[], changes: Partial<ReportTest> = {}): ReportTest => ({
  file: 'tests/orders.test.ts',
  project: null,
  title,
  status: 'passed',
  durationMs: 12,
  ...changes,
});

/** Words that one of the formats, or a reader of it, gives a meaning to. */
const words = fc.constantFrom(
  'adds',
  ' > ',
  ' › ',
  '<failure>',
  ']]>',
  '&amp;',
  '"',
  "'",
  'tests/orders.test.ts',
  'test',
  'pytest',
  '\n',
  '\t',
  ' ',
  '::error::',
  'Elixir.',
  'failed on teardown',
  'Retry #1',
  '{}',
  'ä€😀',
);
const text = fc.oneof(
  words,
  fc.array(words, { maxLength: 4 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);
const title = fc.array(text, { minLength: 1, maxLength: 3 });
const file = fc.constantFrom('tests/orders.test.ts', 'tests/a b.spec.mjs', 'spec/odd', 'pytest', 'x.test.ts');
const project = fc.constantFrom(null, 'web', 'node > deep');

const error = fc.record({
  name: fc.constantFrom('Error', 'TypeError', 'AssertionError'),
  message: text,
  stack: text.map((words) => `Error: ${words}\n    at total (/project/src/cart.js:8:23)`),
});

const failed = fc
  .array(error, { maxLength: 2 })
  .map((errors): Attempt => ({ number: 1, status: 'failed', phase: 'test', errors }));
const passed: Attempt = { number: 1, status: 'passed', phase: 'test', errors: [] };
const numbered = (attempts: readonly Attempt[]): readonly Attempt[] =>
  attempts.map((attempt, index) => ({ ...attempt, number: index + 1 }));

const failure = fc
  .record({
    title,
    file,
    project,
    attempts: fc.array(failed, { minLength: 1, maxLength: 3 }),
    flaky: fc.boolean(),
  })
  .map(({ attempts, flaky, project: named, ...rest }) =>
    failureOf('', {
      ...rest,
      ...(named === null ? {} : { project: named }),
      flaky,
      attempts: numbered(flaky ? [...attempts, passed] : attempts),
    }),
  );

const beside = fc
  .record({
    kind: fc.constantFrom<FailureKind[]>('file', 'hook', 'worker', 'unhandled', 'run'),
    file: fc.option(file, { nil: undefined }),
    attempt: failed,
    levels: fc.array(text, { maxLength: 1 }),
  })
  .map(({ kind, file: named, attempt, levels }) => {
    const { file: _, ...rest } = failureOf('', { kind, title: levels, attempts: [attempt] });
    return named === undefined ? rest : { ...rest, file: named };
  });

const quiet = fc.record({
  title,
  file,
  project,
  status: fc.constantFrom('passed', 'passed', 'skipped', 'todo') as fc.Arbitrary<ReportTest['status']>,
  durationMs: fc.constantFrom(null, 0, 3, 1_250),
});

/** Reports of all kinds of failures and tests, under titles that formats stumble over. */
export const anyListedReport: fc.Arbitrary<Report> = fc
  .record({
    failures: fc.array(fc.oneof(failure, beside), { maxLength: 6 }),
    tests: fc.array(quiet, { maxLength: 6 }),
  })
  .map(({ failures, tests }) => listedReport(failures, tests));
