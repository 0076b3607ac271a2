import type { ErrorSnapshot, Phase } from '@holdfast/journal';
import type { Attempt } from '../../failure.js';
import { readError } from '../error/read-error.js';
import type { LoggedTest } from '../log-sink.js';
import type { JUnitCase, JUnitProblem } from './junit-case.js';
import { placeOf } from './junit-title.js';
import { milliseconds, PassedTest } from './passed-test.js';

const FAILED = new Set(['failure', 'error']);
/** An attempt before a later one passed; and one after the first failed. */
const FLAKY = new Set(['flakyFailure', 'flakyError']);
const RERUN = new Set(['rerunFailure', 'rerunError']);
/** Playwright prints all attempts into one text. */
const RETRY = /^\s*Retry #\d+ ─*\s*$/m;
const PLAYWRIGHT_HEADER = /^\s*\S+:\d+:\d+ › [^\n]*\n/;

const phaseOf = (problem: JUnitProblem | undefined): Phase => {
  const message = problem?.message ?? '';
  if (message.startsWith('failed on setup')) return 'beforeEach';
  if (message.startsWith('failed on teardown')) return 'afterEach';
  return message === 'collection failure' ? 'load' : 'test';
};

/** What `go test` prints around the words of a test. */
const GO_MARK = /^\s*(?:=== (?:RUN|PAUSE|CONT|NAME)\b|--- (?:FAIL|PASS|SKIP):).*$/gm;

const withoutMarks = (text: string): string =>
  text.includes('=== RUN') ? text.replace(GO_MARK, '').trim() : text;

const errorOf = ({ text, message, type }: JUnitProblem): ErrorSnapshot =>
  readError(text.trim() === '' ? (message ?? '') : withoutMarks(text), {
    ...(type === undefined || !/^[A-Z][\w.$]*(?:Error|Exception|Failure)$/.test(type)
      ? {}
      : { name: type.slice(type.lastIndexOf('.') + 1) }),
    ...(message === undefined ? {} : { message }),
  });

const toAttempt = (number: number, errors: readonly ErrorSnapshot[], phase: Phase): Attempt => ({
  number,
  status: 'failed',
  errors,
  phase,
});

/** The parts of a text that each tell of one attempt. */
const splitAttempts = (problem: JUnitProblem): readonly JUnitProblem[] => {
  if (!PLAYWRIGHT_HEADER.test(problem.text)) return [problem];
  const body = problem.text.replace(PLAYWRIGHT_HEADER, '');
  return body
    .split(RETRY)
    .map((text) => ({ ...problem, text: text.replace(/\n\s*Error Context: [^\n]*/g, '') }));
};

const attemptsOf = (problems: readonly JUnitProblem[]): readonly Attempt[] => {
  const reruns = problems.filter(({ element }) => RERUN.has(element) || FLAKY.has(element));
  const failed = problems.filter(({ element }) => FAILED.has(element));
  if (reruns.length > 0) {
    // The first attempt failed and the others are told one by one.
    return [...failed, ...reruns].map((problem, index) =>
      toAttempt(index + 1, [errorOf(problem)], phaseOf(problem)),
    );
  }
  const [first] = failed;
  const parts = failed.length === 1 && first !== undefined ? splitAttempts(first) : [];
  if (parts.length > 1)
    return parts.map((part, index) => toAttempt(index + 1, [errorOf(part)], phaseOf(part)));
  return [toAttempt(1, (parts.length === 1 ? parts : failed).map(errorOf), phaseOf(first))];
};

/** A test case as every reader tells it. */
export const outcomeOf = (test: JUnitCase): LoggedTest => {
  const { problems } = test;
  if (problems === undefined) return new PassedTest(test);
  const place = placeOf(test);
  const durationMs = milliseconds(test.time);
  const line = Number(test.line);
  const shared = {
    ...(place.file === undefined ? {} : { file: place.file }),
    title: place.title,
    ...(test.own?.project === undefined ? {} : { project: test.own.project }),
    ...(durationMs === undefined ? {} : { durationMs }),
    ...(Number.isInteger(line) && line > 0 ? { line } : {}),
  };
  const isFlaky = problems.some(({ element }) => FLAKY.has(element));
  if (problems.some(({ element }) => FAILED.has(element))) {
    const attempts = attemptsOf(problems);
    // A teardown that fails after its test has passed is told as a failure of the test.
    const isTeardown = attempts.at(-1)?.phase === 'afterEach';
    const kind = test.own?.kind ?? (place.isFile === true ? 'file' : isTeardown ? 'hook' : 'test');
    return { ...shared, kind, status: 'failed', attempts };
  }
  if (isFlaky) {
    const attempts = attemptsOf(problems);
    const passed: Attempt = { number: attempts.length + 1, status: 'passed', errors: [], phase: 'test' };
    return { ...shared, status: 'passed', flaky: true, attempts: [...attempts, passed] };
  }
  if (problems.length === 0) return { ...shared, status: 'passed' };
  // As node:test marks what is still to be written.
  return { ...shared, status: problems.some(({ type }) => type === 'todo') ? 'todo' : 'skipped' };
};
