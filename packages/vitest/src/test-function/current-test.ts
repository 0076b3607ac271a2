import type { CurrentTest } from '@holdfast/fixtures';
import { levelsOf, type RunningTest } from '../test-file/runner-task.js';

/** A test as Vitest gives it to its own context. */
export type Task = RunningTest & {
  readonly result?: { readonly retryCount?: number; readonly repeatCount?: number } | undefined;
  readonly context?: { readonly skip?: (note?: string) => never } | undefined;
};

/** The attempt as fixtures name it. */
export const asCurrentTest = (task: Task): CurrentTest => ({
  title: [...levelsOf(task.suite), task.name],
  path: task.file.filepath,
  attempt: 1 + (task.result?.retryCount ?? 0) + (task.result?.repeatCount ?? 0),
});
