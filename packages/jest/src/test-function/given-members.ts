import type { Scope } from '@holdfast/fixtures';
import { lazyMember } from '@holdfast/fixtures/adapter';
import type { CircusTest } from '../circus/circus-state.js';
import { jestGlobals } from './jest-globals.js';
import { skipTest } from './skip-test.js';

/** What every test of Jest's has besides the fixtures; named as in Vitest. */
export interface JestContext {
  readonly expect: typeof import('@jest/globals').expect;
  /** Ends the test as skipped; with a condition only where it holds. */
  readonly skip: {
    (reason?: string): never;
    (condition: boolean, reason?: string): void;
  };
  /** Fires when the test has ended. */
  readonly signal: AbortSignal;
  /** Runs after the test, whatever came of it; the last one given comes first. */
  readonly onTestFinished: (run: () => unknown, timeoutMs?: number) => void;
  /** Ends with the test file. */
  readonly fileScope: Scope;
  /** Ends with the test file too: each file has a world of its own in Jest. */
  readonly workerScope: Scope;
}

interface Owner {
  readonly test: CircusTest;
  readonly scope: Scope;
  readonly file: () => Scope;
}

/** Adds to a test's fixtures what else it can ask for. */
export const givenMembers = (context: object, { test, scope, file }: Owner): object => {
  const skip = (condition?: boolean | string, reason?: string): void => {
    if (condition !== false) skipTest(test, typeof condition === 'string' ? condition : reason);
  };
  lazyMember(context, 'expect', () => jestGlobals().expect);
  lazyMember(context, 'skip', () => skip);
  lazyMember(context, 'signal', () => scope.signal);
  lazyMember(context, 'onTestFinished', () => (run: () => unknown, timeoutMs?: number) => {
    scope.defer('onTestFinished', run, { within: timeoutMs });
  });
  lazyMember(context, 'fileScope', file);
  lazyMember(context, 'workerScope', file);
  return context;
};
