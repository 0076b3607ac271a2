import type { CurrentTest, Scope } from '@holdfast/fixtures';
import { openScope } from '@holdfast/fixtures/adapter';
import { levelsOf, type RunningTest } from '../test-file/runner-task.js';

/** A test as Vitest gives it to its own context. */
export type Task = RunningTest & {
  readonly result?: { readonly retryCount?: number; readonly repeatCount?: number } | undefined;
};

export const asCurrentTest = (task: Task): CurrentTest => ({
  title: [...levelsOf(task.suite), task.name],
  path: task.file.filepath,
  attempt: 1 + (task.result?.retryCount ?? 0) + (task.result?.repeatCount ?? 0),
});

/** The scope of one attempt of a test. */
export const openAttemptScope = (task: Task, signal: AbortSignal | undefined): Scope => {
  const test = asCurrentTest(task);
  return openScope({ name: `"${test.title.join(' > ')}"`, test, signal });
};
