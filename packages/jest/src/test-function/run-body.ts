import { type FixtureSet, prepareContext, usedNames } from '@holdfast/fixtures/adapter';
import type { Attempts } from './attempts.js';
import { runningTest } from './running-test.js';
import { isSkip, isSkipped } from './skip-test.js';

/** A test's body or a hook. Its last parameter is the context; before it come the members of a case. */
export type Body = (...values: never[]) => unknown;

const call = async (
  body: Body,
  values: readonly unknown[],
  set: FixtureSet,
  attempts: Attempts,
): Promise<void> => {
  const names = usedNames(body, values.length) ?? [];
  const context = await prepareContext(set, names, attempts.current(), () => attempts.file());
  await body(...([...values, context] as never[]));
};

/** Makes what the body of a test asks for, and calls it. */
export const runBody = async (
  body: Body,
  values: readonly unknown[],
  set: FixtureSet,
  attempts: Attempts,
): Promise<void> => {
  const test = runningTest();
  // A hook may have ended it.
  if (test !== undefined && isSkipped(test)) return;
  try {
    await call(body, values, set, attempts);
  } catch (error) {
    if (!isSkip(error)) throw error;
  } finally {
    if (test?.concurrent) await attempts.bodyEnded(test);
  }
};

/** The same for a hook. */
export const runHook = async (hook: Body, set: FixtureSet, attempts: Attempts): Promise<void> => {
  try {
    await call(hook, [], set, attempts);
  } catch (error) {
    if (!isSkip(error)) throw error;
  }
};
