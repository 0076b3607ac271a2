import type { FileOutcome, TestOutcome, TestVisitor } from '@holdfast/triage';
import { fileErrors } from './file-errors.js';
import type { JestAssertion, JestFileResult } from './jest-results.js';
import { testOutcome } from './test-outcome.js';

const isExecuted = ({ status }: JestAssertion): boolean => status === 'passed' || status === 'failed';

/** Joins a title's levels so that no other title gives the same text. */
const keyOf = ({ ancestorTitles, title }: JestAssertion): string => `${ancestorTitles.join('\0')}\0${title}`;

const isOfInterest = (test: JestAssertion): boolean =>
  test.status === 'failed' || (test.status === 'passed' && (test.invocations ?? 1) > 1);

/**
 * Occurrences count executed tests alone, as the journal does, in which skipped ones do not stand. The many that passed
 * are only sifted here: what a failure takes stands apart, so that the engine need not make one fast for the other.
 */
const testsOf = (results: readonly JestAssertion[], path: string): TestOutcome[] => {
  const wanted = results.filter(isOfInterest);
  if (wanted.length === 0) return [];
  const titles = new Set(wanted.map(({ title }) => title));
  // Only tests of the same title are counted with these.
  return outcomesOf(
    results.filter((test) => titles.has(test.title)),
    path,
  );
};

const outcomesOf = (results: readonly JestAssertion[], path: string): TestOutcome[] => {
  const seen = new Map<string, number>();
  const outcomes: TestOutcome[] = [];
  for (const test of results) {
    if (!isExecuted(test)) continue;
    const key = keyOf(test);
    const occurrence = seen.get(key) ?? 0;
    seen.set(key, occurrence + 1);
    const outcome = testOutcome(test, occurrence, path);
    if (outcome !== undefined) outcomes.push(outcome);
  }
  return outcomes;
};

/** Jest's words for tests that were not executed are several; a retried test counts its executions. */
const visitAll = (results: readonly JestAssertion[], visit: TestVisitor): void => {
  for (const { ancestorTitles, title, status, invocations, duration } of results) {
    if (status === 'passed')
      visit(ancestorTitles, title, (invocations ?? 1) > 1 ? 'flaky' : 'passed', duration ?? undefined);
    else {
      const other = status === 'failed' || status === 'todo' ? status : 'skipped';
      visit(ancestorTitles, title, other, undefined);
    }
  }
};

/** One test file as Jest 29.7 and 30 tell it, without side effects. */
export const fileOutcome = (result: JestFileResult, project?: string): FileOutcome => {
  const { start = 0, end = 0 } = result.perfStats ?? {};
  return {
    path: result.testFilePath,
    ...(project === undefined ? {} : { project }),
    counts: {
      passed: result.numPassingTests,
      failed: result.numFailingTests,
      skipped: result.numPendingTests,
      todo: result.numTodoTests ?? 0,
    },
    ...(end > start ? { durationMs: end - start } : {}),
    tests: testsOf(result.testResults, result.testFilePath),
    errors: fileErrors(result),
    everyTest: (visit) => visitAll(result.testResults, visit),
  };
};
