import type { Fixtures, Scope, TestFunction } from '@holdfast/fixtures';
import { connectRunner } from '@holdfast/fixtures/adapter';
import type { TestAPI, TestContext as VitestContext } from 'vitest';
import * as vitest from 'vitest';
import { baseFixtures } from './base-fixtures.js';
import { followCallers } from './calling-test.js';
import { prepareCurrentSuite } from './current-suite.js';
import { vitestRunner } from './vitest-runner.js';
import { wrapTest } from './wrap-test.js';

export interface SharedScopes {
  /** Ends with the test file. */
  readonly fileScope: Scope;
  /** Ends with the worker; with the test file where Vitest keeps nothing in a worker, as in `vmThreads`. */
  readonly workerScope: Scope;
}

/** What a test can ask for. */
export type TestContext = Fixtures & SharedScopes & VitestContext;

/** In a worker of Vitest's; the package is also loaded elsewhere, for its types and settings. */
const isInWorker = '__vitest_worker__' in globalThis;

const elsewhere = (): never => {
  throw new Error('`test` of @holdfast/vitest works in test files that Vitest runs, and nowhere else.');
};

if (isInWorker) {
  connectRunner(vitestRunner);
  followCallers();
  await prepareCurrentSuite();
}

/**
 * Vitest's `test` with fixtures: a test gets what it takes out of its parameter, made when it is used, and gone when
 * the test has ended, whatever happened. Everything that Vitest's own can do stays.
 *
 * @example
 * test('keeps what was ordered', async ({ scope, names }) => {
 *   const queue = await openQueue(names.unique('orders'));
 *   scope.defer('close the queue', () => queue.close());
 * });
 */
export const test = (isInWorker
  ? wrapTest(vitest.test.extend(baseFixtures() as Record<string, never>))
  : elsewhere) as unknown as TestFunction<TestContext> & TestAPI<Fixtures & SharedScopes>;

export const it: typeof test = test;
