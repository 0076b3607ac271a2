import type { Scope } from '@holdfast/fixtures';
import { openScope } from '@holdfast/fixtures/adapter';
import { asCurrentTest, type Task } from './current-test.js';

/** The scope of one attempt of a test. */
export const openAttemptScope = (task: Task, signal: AbortSignal | undefined): Scope => {
  const test = asCurrentTest(task);
  return openScope({ name: `"${test.title.join(' > ')}"`, test, signal });
};
