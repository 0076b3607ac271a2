import type { ErrorSnapshot } from '@holdfast/journal';
import type { Facts } from '../facts.js';
import { RUNNER_TIME_OUT } from '../limits/runner-time-out.js';
import type { Opinion, Rule } from '../rule.js';
import { isActionable, StackFrames } from '../stack/stack-frames.js';

/** What is compared after a test is what the test is about, done late. */
const COMPARES = /^Assert|^expect\(|\bexpect\(received\)/;

const isTestsOwn = ({ name, message, stack }: ErrorSnapshot, { failure, projectRoot }: Facts): boolean =>
  stack !== undefined &&
  !COMPARES.test(name ?? '') &&
  !COMPARES.test(message) &&
  // Made by the runner where the hook was registered.
  !RUNNER_TIME_OUT.test(message) &&
  new StackFrames(stack, failure.file, projectRoot).find(isActionable)?.owner === 'test';

/** The steps’ own errors, where a scope tells of them; else the error itself. */
const partsOf = ({ chain, error }: Facts): readonly ErrorSnapshot[] =>
  error?.code === 'HOLDFAST_TEARDOWN_FAILED' ? chain.slice(1) : chain.slice(0, 1);

const isTeardown = ({ phase, error }: Facts): boolean =>
  phase === 'afterEach' || phase === 'afterAll' || error?.code === 'HOLDFAST_TEARDOWN_FAILED';

const opinion = (weight: number, sentence: string): Opinion => ({
  category: 'TEST_DESIGN',
  cause: 'other-test-design',
  weight,
  sentence,
});

/** Code that broke, and not one that reports what it found. */
const BROKE = /^(?:TypeError|ReferenceError)$/;

const weightOf = (parts: readonly ErrorSnapshot[], isScope: boolean): number => {
  if (parts.every(({ name }) => BROKE.test(name ?? ''))) return 0.68;
  // Steps of a scope clear up; hooks also hold checks that fit no single test.
  return isScope ? 0.58 : 0.5;
};

/**
 * The teardown of a test failed: not what the test checks, but whether it could clear up. Whose fault that is the errors
 * of its steps say. What the teardown's own code throws is the test's; what the product or a service throws under it is
 * for other rules, and where nobody knows it stays open.
 */
export const teardownFailed: Rule = {
  id: 'teardown-failed',
  judge: (facts) => {
    if (!isTeardown(facts)) return undefined;
    const isScope = facts.error?.code === 'HOLDFAST_TEARDOWN_FAILED';
    const parts = partsOf(facts);
    if (parts.length > 0 && parts.every((part) => isTestsOwn(part, facts)))
      return opinion(
        weightOf(parts, isScope),
        'The code of the test’s own teardown failed: the test does not clear up as it should.',
      );
    return isScope
      ? opinion(0.3, 'The body of the test was through; what failed is its teardown.')
      : undefined;
  },
};
