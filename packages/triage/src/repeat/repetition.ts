import { type Interval, judgeSequence, samplesToTell, wilsonInterval } from '@holdfast/adaptive/statistics';
import type { Category, Cause } from '@holdfast/journal';
import type { RunView } from '../compare/run-view.js';

/** What is asked of a fix: more than 95 % of 10 runs. */
export const DEFAULT_BAR = 0.95;
const CONFIDENCE = 0.95;

/** One run of the command. */
export interface RepeatedRun {
  /** From 1. */
  readonly number: number;
  /** Null where a signal ended it. */
  readonly exitCode: number | null;
  readonly durationMs: number;
  /** Undefined where it left no report. */
  readonly view?: RunView;
}

/** One test that failed or passed only on retry in some run. */
export interface RepeatedTest {
  readonly project: string | null;
  readonly file: string;
  readonly title: readonly string[];
  readonly passed: number;
  readonly failed: number;
  /** Among `passed`. */
  readonly passedOnRetry: number;
  /** Runs of which nobody knows whether they executed it. */
  readonly unknown: number;
  /** It both passed and failed, or passed only on retry: the code was the same. */
  readonly isFlaky: boolean;
  readonly passRate: number;
  readonly interval: Interval;
  /** Whether the pass rate seen is above the bar. */
  readonly meetsBar: boolean;
  /** Verdicts of its failures, the most frequent first. */
  readonly verdicts: readonly {
    readonly category: Category;
    readonly cause: Cause;
    readonly fingerprint: string;
    readonly failures: number;
  }[];
}

export interface RepetitionResult {
  readonly runs: number;
  /** Runs that ended with exit code 0, and whose report, where there is one, tells of no failure. */
  readonly green: number;
  /** Runs that left no report: what failed in them is not known. */
  readonly withoutReport: number;
  readonly bar: number;
  /** Where the true share of green runs lies, with 95 % confidence. */
  readonly interval: Interval;
  /** Whether the share of green runs seen is above the bar. */
  readonly meetsBar: boolean;
  /** So many runs, all green, would show the bar itself with 95 % confidence. */
  readonly runsToShow: number;
  /** Those that came and went first, then those that always failed. */
  readonly tests: readonly RepeatedTest[];
}

const isAbove = (passed: number, total: number, bar: number): boolean => total > 0 && passed / total > bar;

interface Course {
  readonly name: Pick<RepeatedTest, 'project' | 'file' | 'title'>;
  passed: number;
  failed: number;
  passedOnRetry: number;
  unknown: number;
  readonly verdicts: Map<string, { category: Category; cause: Cause; fingerprint: string; failures: number }>;
}

const coursesOf = (runs: readonly RepeatedRun[]): readonly Course[] => {
  const courses = new Map<string, Course>();
  const views = runs.flatMap(({ view }) => view ?? []);
  for (const { tests } of views) {
    for (const [key, { project, file, title, status }] of tests) {
      if (status !== 'failed' && status !== 'flaky') continue;
      if (courses.has(key)) continue;
      const name = { project, file, title };
      courses.set(key, { name, passed: 0, failed: 0, passedOnRetry: 0, unknown: 0, verdicts: new Map() });
    }
  }
  for (const [key, course] of courses) {
    course.unknown = runs.length - views.length;
    for (const { tests, isComplete, others, isCut } of views) {
      const test = tests.get(key);
      if (test === undefined) {
        // A report lists failures alone: it passed, unless something kept tests from running.
        if (!isComplete && others.length === 0 && !isCut) course.passed += 1;
        else course.unknown += 1;
        continue;
      }
      if (test.status === 'passed' || test.status === 'flaky') course.passed += 1;
      if (test.status === 'flaky') course.passedOnRetry += 1;
      if (test.status === 'failed') course.failed += 1;
      if (test.status === 'skipped') course.unknown += 1;
      if (test.verdict === undefined) continue;
      const { category, cause, fingerprint } = test.verdict;
      const id = `${cause}\0${fingerprint}`;
      const known = course.verdicts.get(id);
      if (known === undefined) course.verdicts.set(id, { category, cause, fingerprint, failures: 1 });
      else known.failures += 1;
    }
  }
  return [...courses.values()];
};

const testOf = (course: Course, bar: number): RepeatedTest => {
  const { name, passed, failed, passedOnRetry, unknown, verdicts } = course;
  const total = passed + failed;
  return {
    ...name,
    passed,
    failed,
    passedOnRetry,
    unknown,
    isFlaky: (passed > 0 && failed > 0) || passedOnRetry > 0,
    passRate: total === 0 ? 0 : passed / total,
    interval: wilsonInterval(passed, total, CONFIDENCE),
    meetsBar: isAbove(passed, total, bar),
    verdicts: [...verdicts.values()].sort((left, right) => right.failures - left.failures),
  };
};

/** Whether nothing failed: a command may hide the exit code of its tests, as in `npm test || true`. */
export const isGreen = ({ exitCode, view }: RepeatedRun): boolean =>
  exitCode === 0 && (view === undefined || (view.totals.failed === 0 && view.others.length === 0));

/** What several runs of the same code say. Pure. */
export const judgeRepetition = (runs: readonly RepeatedRun[], bar = DEFAULT_BAR): RepetitionResult => {
  const green = runs.filter(isGreen).length;
  return {
    runs: runs.length,
    green,
    withoutReport: runs.filter(({ view }) => view === undefined).length,
    bar,
    interval: wilsonInterval(green, runs.length, CONFIDENCE),
    meetsBar: isAbove(green, runs.length, bar),
    runsToShow: samplesToTell(1, bar, CONFIDENCE) ?? Number.POSITIVE_INFINITY,
    tests: coursesOf(runs)
      .map((course) => testOf(course, bar))
      .sort(
        (left, right) =>
          Number(right.isFlaky) - Number(left.isFlaky) ||
          right.failed - left.failed ||
          (left.file < right.file ? -1 : 1),
      ),
  };
};

/** What the early stop tells apart: a rate of the bar, and one that nobody would want. */
const BAD_RATE = 0.8;
const ERROR = 0.05;

/**
 * Whether further runs would not change the answer: the share of green runs is surely below the bar (Wald's sequential
 * test), and each test that failed has either been seen to pass as well or failed in five runs and never passed.
 */
export const isSure = (runs: readonly RepeatedRun[], bar = DEFAULT_BAR): boolean => {
  const { green, tests, withoutReport } = judgeRepetition(runs, bar);
  const plan = { good: bar, bad: Math.min(BAD_RATE, bar / 2 + BAD_RATE / 2), error: ERROR };
  if (plan.bad >= plan.good || judgeSequence(green, runs.length - green, plan) !== 'bad') return false;
  if (withoutReport === runs.length) return true;
  return tests.every(({ isFlaky, passed, failed }) => isFlaky || (passed === 0 && failed >= 5));
};
