import type { Attempt } from '../failure.js';
import { ctrfTitle } from '../ingest/json/ctrf-title.js';
import { errorsText } from './error-text.js';
import { type ListedFile, listedFiles } from './listed-file.js';
import { failureName } from './phrases.js';
import type { Report, ReportFailure, ReportTest } from './report.js';

const { stringify } = JSON;
type Write = (part: string) => void;
type Members = Readonly<Record<string, unknown>>;

const UNTITLED = 'a test without a title';

const whole = (milliseconds: number | null | undefined): number => Math.max(0, Math.round(milliseconds ?? 0));

/** Members whose value is undefined are left out by the writing. */
const named = (
  { file, title }: Pick<ReportTest, 'file' | 'title'>,
  other: string,
): { readonly members: Members; readonly title: readonly string[] | undefined } => {
  const own = title.at(-1) ?? '';
  const levels = title.slice(0, -1);
  const members = {
    name: own || other || UNTITLED,
    ...(levels.length === 0 ? {} : { suite: levels }),
    ...(file === null ? {} : { filePath: file }),
  };
  const read = ctrfTitle(members);
  const isSame = read.length === title.length && read.every((part, index) => part === title[index]);
  return { members, title: isSame ? undefined : title };
};

const told = ({ errors }: Attempt): Members =>
  errors.length === 0
    ? { message: errorsText([]) }
    : { message: errors[0]?.message ?? '', trace: errorsText(errors) };

const attemptEntry = (attempt: Attempt, number: number): Members => ({
  attempt: number,
  status: attempt.status,
  ...(attempt.durationMs === undefined ? {} : { duration: whole(attempt.durationMs) }),
  ...(attempt.status === 'failed' ? told(attempt) : {}),
});

const failureEntry = (failure: ReportFailure): Members => {
  const { attempts, flaky, kind, verdict, tags, line, durationMs } = failure;
  const name = named(failure, failureName(failure));
  const failed = attempts.findLast(({ status }) => status === 'failed');
  const earlier = attempts.slice(0, -1);
  return {
    ...name.members,
    status: flaky ? 'passed' : 'failed',
    duration: whole(durationMs),
    ...(line === null ? {} : { line }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(flaky
      ? { flaky }
      : failed === undefined
        ? told({ ...attempts[0], errors: [] } as Attempt)
        : told(failed)),
    ...(earlier.length === 0
      ? {}
      : {
          retries: earlier.length,
          retryAttempts: earlier.map((attempt, index) => attemptEntry(attempt, index + 1)),
        }),
    extra: {
      holdfast: {
        id: failure.id,
        kind,
        project: failure.project ?? undefined,
        title: name.title,
        category: verdict.category,
        cause: verdict.cause,
        priority: verdict.priority,
        standing: verdict.standing,
        confidence: verdict.confidence,
        incident: failure.incident,
        fingerprint: failure.fingerprint,
        why: verdict.why,
        advice: verdict.advice,
      },
    },
  };
};

const STATUS = { passed: 'passed', failed: 'failed', skipped: 'skipped', todo: 'pending' } as const;

const testEntry = (test: ReportTest): Members => {
  const { members, title } = named(test, UNTITLED);
  return {
    ...members,
    status: STATUS[test.status],
    duration: whole(test.durationMs),
    ...(test.status === 'todo' ? { rawStatus: 'todo' } : {}),
    ...(title === undefined ? {} : { extra: { holdfast: { title } } }),
  };
};

const summaryOf = ({ totals, run }: Report, files: readonly ListedFile[]): Members => {
  const start = Date.parse(run.startedAt);
  return {
    tests: totals.tests + totals.otherFailures,
    passed: totals.passed,
    // What failed beside the tests is red too, and this format has no other place for it.
    failed: totals.failed + totals.otherFailures,
    skipped: totals.skipped,
    pending: totals.todo,
    other: 0,
    flaky: totals.flaky,
    suites: Math.max(files.length, totals.files.passed + totals.files.failed + totals.files.skipped),
    start,
    stop: start + whole(run.durationMs),
  };
};

const environmentOf = ({ run }: Report): Members => ({
  testEnvironment: run.environment,
  ...(run.machine === null ? {} : { osPlatform: run.machine.platform }),
});

/** The run in Holdfast's own words, for who knows them. */
const extraOf = ({ run, incidents, gaps, tests }: Report): Members => ({
  holdfast: {
    run: run.id,
    ...(run.ci === null ? {} : { ci: run.ci }),
    ...(run.shard === undefined ? {} : { shard: run.shard }),
    ...(run.interrupted === null ? {} : { interrupted: run.interrupted }),
    lists: tests === undefined ? 'failures' : 'all tests',
    incidents: incidents.map(({ id, category, cause, priority, standing, title, why, advice, failures }) => ({
      id,
      category,
      cause,
      priority,
      standing,
      title,
      why,
      advice,
      failures: failures.length,
    })),
    ...(gaps.length === 0 ? {} : { gaps }),
  },
});

/**
 * Writes the report in the Common Test Report Format, in parts, a line for each test. The verdict of a failure is in its
 * `extra.holdfast`, the incidents are in that of the results. `retryAttempts` are all attempts but the last, which the
 * test itself tells. Without the list of tests only failures are listed, and the summary counts the whole run all the same.
 */
export const writeCtrf = (report: Report, write: Write): void => {
  const { run } = report;
  const files = listedFiles(report);
  const version = run.runner.version === '' ? {} : { version: run.runner.version };
  write(
    [
      '{\n"reportFormat":"CTRF"',
      '"specVersion":"0.0.0"',
      '"generatedBy":"holdfast"',
      `"timestamp":${stringify(run.startedAt)}`,
      `"results":{\n"tool":${stringify({ name: run.runner.name, ...version })}`,
      `"summary":${stringify(summaryOf(report, files))}`,
      '"tests":[',
    ].join(',\n'),
  );
  let before = '\n';
  const add = (entry: Members): void => {
    write(`${before}${stringify(entry)}`);
    before = ',\n';
  };
  for (const { failures, tests } of files) {
    for (const failure of failures) add(failureEntry(failure));
    for (const test of tests) add(testEntry(test));
  }
  write(
    `\n],\n"environment":${stringify(environmentOf(report))},\n"extra":${stringify(extraOf(report))}\n}\n}\n`,
  );
};

/** The report in the Common Test Report Format, as one text. */
export const renderCtrf = (report: Report): string => {
  const parts: string[] = [];
  writeCtrf(report, (part) => parts.push(part));
  return parts.join('');
};
