import { afterEach, expect, it } from 'vitest';
import { type RetriedTask, retriedTest } from '../../src/retry/native-retry.js';

const refused = { name: 'Error', message: 'connect ECONNREFUSED', code: 'ECONNREFUSED' };
const mistake = { name: 'AssertionError', message: 'expected 1 to be 2' };

interface Task extends RetriedTask {
  retry: number;
  result: { state: string; errors: unknown[] };
}

const worker = globalThis as { __vitest_worker__?: { current?: unknown } };
const before = worker.__vitest_worker__;
afterEach(() => {
  if (before === undefined) delete worker.__vitest_worker__;
  else worker.__vitest_worker__ = before;
});

const taskWith = (retry: number, more: Partial<Task> = {}): Task => {
  const task: Task = { type: 'test', retry, result: { state: 'run', errors: [] }, ...more };
  worker.__vitest_worker__ = { current: task };
  return task;
};

/** Vitest's loop of attempts, as it stands in 3.2, 4 and 5. */
const runAttempts = (task: Task, errorOf: (attempt: number) => unknown): number => {
  const { retry } = task;
  let attempts = 0;
  for (let retryCount = 0; retryCount <= retry; retryCount++) {
    attempts += 1;
    const error = errorOf(attempts);
    if (error === undefined) {
      task.result.state = 'pass';
      break;
    }
    task.result.state = 'fail';
    task.result.errors.push(error);
    if (retryCount < retry) task.result.state = 'run';
  }
  return attempts;
};

const noBody = (): void => {};

it('retries passing trouble until the test passes', () => {
  const task = taskWith(retriedTest(true, noBody).retry);
  expect(runAttempts(task, (attempt) => (attempt < 3 ? refused : undefined))).toBe(3);
  expect(task.result.state).toBe('pass');
});

it('retries no more often than it may, and the test stays failed', () => {
  const task = taskWith(retriedTest({ attempts: 2 }, noBody).retry);
  expect(runAttempts(task, () => refused)).toBe(2);
  expect(task.result.state).toBe('fail');
});

it('does not retry a mistake, at the first attempt or a later one', () => {
  expect(runAttempts(taskWith(retriedTest(true, noBody).retry), () => mistake)).toBe(1);
  const later = taskWith(retriedTest({ attempts: 5 }, noBody).retry);
  expect(runAttempts(later, (attempt) => (attempt === 2 ? mistake : refused))).toBe(2);
});

it('is read off the members that Vitest 4.1 asks for, and crosses to the main process as plain data', () => {
  const { retry } = retriedTest({ attempts: 2, delay: 7 }, noBody);
  const native = retry as unknown as { readonly count: unknown; readonly delay: number };
  expect(native.count).toBe(native);
  expect(native.delay).toBe(7);
  expect(structuredClone(native)).toEqual({});
});

it('retries a concurrent test whose body has run, and not one that nobody can tell', () => {
  const retried = retriedTest({ attempts: 2 }, noBody);
  const known = taskWith(retried.retry, { concurrent: true });
  (retried.body as (context: object) => void)({ task: known });
  expect(runAttempts(known, () => refused)).toBe(2);
  const unknown = taskWith(retriedTest({ attempts: 2 }, noBody).retry, { concurrent: true });
  expect(runAttempts(unknown, () => refused)).toBe(1);
});

it('serves several tests one after another', () => {
  const { retry } = retriedTest({ attempts: 2 }, noBody);
  expect(runAttempts(taskWith(retry), () => refused)).toBe(2);
  expect(runAttempts(taskWith(retry), (attempt) => (attempt < 2 ? refused : undefined))).toBe(2);
});

it('leaves the body, its arguments and its source as they are', () => {
  const body = (one: number, two: number): number => one + two;
  const retried = retriedTest(true, body as (...values: never[]) => unknown);
  expect(retried.body(...([1, 2] as never[]))).toBe(3);
  expect(String(retried.body)).toBe(String(body));
  expect(retried.body).toHaveLength(2);
  expect(retriedTest(false, body as never)).toEqual({ retry: 0, body });
});
