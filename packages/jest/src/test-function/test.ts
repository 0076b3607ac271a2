import type { Fixtures, TestFunction } from '@holdfast/fixtures';
import { connectRunner, type FixtureLife, FixtureSet, fixtures } from '@holdfast/fixtures/adapter';
import { Attempts } from './attempts.js';
import { createTest } from './create-test.js';
import type { JestContext } from './given-members.js';
import { jestRunner } from './jest-runner.js';

/** What a test can ask for. */
export type TestContext = Fixtures & JestContext;

const lives: Record<string, FixtureLife> = {
  ...Object.fromEntries(Object.keys(fixtures).map((name) => [name, 'test'])),
  expect: 'test',
  skip: 'test',
  signal: 'test',
  onTestFinished: 'test',
  fileScope: 'file',
  workerScope: 'worker',
};

connectRunner(jestRunner);

/**
 * Jest's `test` with fixtures: a test gets what it takes out of its parameter, made when it is used, and gone when the
 * test has ended, whatever happened. Everything that Jest's own can do stays: `only`, `skip`, `each`, `concurrent`,
 * `todo`; `fails` is Jest's `failing`.
 *
 * @example
 * test('keeps what was ordered', async ({ scope, names }) => {
 *   const queue = await openQueue(names.unique('orders'));
 *   scope.defer('close the queue', () => queue.close());
 * });
 */
export const test = createTest(new FixtureSet(lives), new Attempts()) as TestFunction<TestContext>;
