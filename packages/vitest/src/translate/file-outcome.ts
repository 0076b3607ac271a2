import type { FileError, FileOutcome, TestCounts, TestOutcome, TestVisitor } from '@holdfast/triage';
import { passedOnRetry } from './attempts.js';
import { suiteErrors } from './suite-errors.js';
import { testOutcome } from './test-outcome.js';
import type { VitestFile, VitestSuite, VitestTest } from './vitest-task.js';

type Counts = { -readonly [Key in keyof TestCounts]: TestCounts[Key] };

interface Survey {
  readonly path: string;
  readonly counts: Counts;
  readonly errors: FileError[];
  /** Why tests left themselves out while they ran. */
  readonly skips: string[];
  readonly wanted: { readonly test: VitestTest; readonly levels: readonly string[] }[];
}

const count = (counts: Counts, { mode, result }: VitestTest): void => {
  if (result?.state === 'pass') counts.passed += 1;
  else if (result?.state === 'fail') counts.failed += 1;
  else if (mode === 'todo') counts.todo += 1;
  // Vitest keeps tests that never had their turn among none of its figures but the total.
  else counts.skipped += 1;
};

const visit = (suite: VitestSuite, levels: readonly string[], survey: Survey): void => {
  for (const task of suite.tasks) {
    if (task.type === 'suite') {
      const inner = [...levels, task.name];
      survey.errors.push(...suiteErrors(task, inner));
      visit(task, inner, survey);
      continue;
    }
    count(survey.counts, task);
    if (task.result?.pending) survey.skips.push(task.result.note ?? 'no reason given');
    if (task.result?.state === 'fail' || passedOnRetry(task)) survey.wanted.push({ test: task, levels });
  }
};

const keyOf = (levels: readonly string[], name: string): string => [...levels, name].join('\0');

/** Which of the tests of its title each of the wanted tests of a file is. */
const occurrences = (file: VitestSuite, { wanted }: Survey): ReadonlyMap<VitestTest, number> => {
  // Only tests of the same name are counted with these.
  const names = new Set(wanted.map(({ test }) => test.name));
  const seen = new Map<string, number>();
  const result = new Map<VitestTest, number>();
  const number = (suite: VitestSuite, levels: readonly string[]): void => {
    for (const task of suite.tasks) {
      if (task.type === 'suite') {
        number(task, [...levels, task.name]);
        continue;
      }
      if (!names.has(task.name)) continue;
      const key = keyOf(levels, task.name);
      const before = seen.get(key) ?? 0;
      seen.set(key, before + 1);
      result.set(task, before);
    }
  };
  number(file, []);
  return result;
};

const outcomes = (file: VitestFile, survey: Survey): TestOutcome[] => {
  const { path, wanted } = survey;
  if (wanted.length === 0) return [];
  const order = occurrences(file, survey);
  return wanted.map(({ test, levels }) =>
    testOutcome(test, { path, levels, occurrence: order.get(test) ?? 0 }),
  );
};

const visitAll = (suite: VitestSuite, levels: readonly string[], take: TestVisitor): void => {
  for (const task of suite.tasks) {
    if (task.type === 'suite') {
      visitAll(task, [...levels, task.name], take);
      continue;
    }
    const { state, duration } = task.result ?? {};
    if (state === 'pass') take(levels, task.name, passedOnRetry(task) ? 'flaky' : 'passed', duration);
    else {
      const other = state === 'fail' ? 'failed' : task.mode === 'todo' ? 'todo' : 'skipped';
      take(levels, task.name, other, undefined);
    }
  }
};

const isNoTestError = ({ error }: FileError): boolean => error.message.startsWith('No test found in suite ');

/** One row is enough for a file that holds empty groups only. */
const withoutRepeats = (errors: readonly FileError[]): FileError[] =>
  errors.some((error) => error.title === undefined && isNoTestError(error))
    ? errors.filter((error) => error.title === undefined || !isNoTestError(error))
    : [...errors];

/**
 * One test file as Vitest 3.2, 4 and 5 tell it. Pure.
 * @param crash what ended the file's worker, where something did
 */
export const fileOutcome = (file: VitestFile, crash?: FileError): FileOutcome => {
  const survey: Survey = {
    path: file.filepath,
    counts: { passed: 0, failed: 0, skipped: 0, todo: 0 },
    errors: suiteErrors(file, []),
    skips: [],
    wanted: [],
  };
  visit(file, [], survey);
  const durationMs = file.result?.duration;
  return {
    path: file.filepath,
    ...(file.projectName ? { project: file.projectName } : {}),
    counts: survey.counts,
    ...(durationMs === undefined ? {} : { durationMs }),
    tests: outcomes(file, survey),
    errors: [...withoutRepeats(survey.errors), ...(crash ? [crash] : [])],
    ...(survey.skips.length === 0 ? {} : { skips: survey.skips }),
    everyTest: (visitor) => visitAll(file, [], visitor),
  };
};
