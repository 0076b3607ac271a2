import {
  type FixtureSet,
  prepareContext,
  runWithin,
  type SerialTurn,
  startLimit,
  takeTurn,
  usedNames,
} from '@holdfast/fixtures/adapter';
import type { CircusHook, CircusTest } from '../circus/circus-state.js';
import type { Attempts } from './attempts.js';
import { limitNow, struck } from './own-limit.js';
import { isChargedByJest, runningTest } from './running-test.js';
import { isSkip, isSkipped } from './skip-test.js';

/** A test's body or a hook. Its last parameter is the context; before it come the members of a case. */
export type Body = (...values: never[]) => unknown;

/** What the bodies of one definition have in common. */
export interface Defined {
  readonly body: Body;
  readonly set: FixtureSet;
  readonly attempts: Attempts;
  /** Whether its limit is kept here, and not by Jest. */
  readonly keepsLimit: boolean;
}

export interface DefinedTest extends Defined {
  readonly turn: SerialTurn | undefined;
}

const call = async ({ attempts, body, set }: Defined, values: readonly unknown[]): Promise<void> => {
  const names = usedNames(body, values.length) ?? [];
  const context = await prepareContext(set, names, attempts.current(), () => attempts.file());
  await body(...([...values, context] as never[]));
};

/** Makes what the body of a test asks for, and calls it. */
export const runBody = (defined: DefinedTest, values: readonly unknown[]): Promise<void> => {
  const test = runningTest();
  const run = (): Promise<void> => runIn(test, defined, values);
  return test === undefined || isChargedByJest() ? run() : defined.attempts.lateErrors.run(test, run);
};

const runIn = async (
  test: CircusTest | undefined,
  defined: DefinedTest,
  values: readonly unknown[],
): Promise<void> => {
  const { attempts, keepsLimit, turn } = defined;
  // A hook may have ended it.
  if (test !== undefined && isSkipped(test)) return;
  try {
    if (turn !== undefined) await takeTurn(attempts.current().scope, turn);
    if (!keepsLimit || test === undefined) await call(defined, values);
    else {
      const { scope } = attempts.current();
      const limit = startLimit(scope, limitNow(test));
      await runWithin(scope, limit, { timedOut: struck('test', test) }, () => call(defined, values));
    }
  } catch (error) {
    if (!isSkip(error)) throw error;
  } finally {
    if (test?.concurrent) await attempts.bodyEnded(test);
  }
};

/** The same for a hook. */
export const runHook = async (defined: Defined, hook: CircusHook | undefined): Promise<void> => {
  const { attempts, keepsLimit } = defined;
  try {
    if (!keepsLimit || hook === undefined) await call(defined, []);
    else {
      const { scope } = attempts.current();
      const limit = startLimit(scope, limitNow(hook));
      await runWithin(scope, limit, { timedOut: struck('hook', hook) }, () => call(defined, []));
    }
  } catch (error) {
    if (!isSkip(error)) throw error;
  }
};
