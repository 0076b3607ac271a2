import { resolveTestRetry, type TestRetry } from '@holdfast/adaptive/sandbox';
import { type CircusBlock, type CircusTest, findCircusState } from '../circus/circus-state.js';
import { attemptsOf, type RetriedTests } from './attempts.js';

const RETRIED = Symbol.for('holdfast.jest.retried-tests');

/** On the block's own list, so that two copies of this module in one test file work on the same tests. */
type Children = CircusBlock['children'] & { [RETRIED]?: RetriedTests };

const retriedTests = (children: Children): RetriedTests => {
  const known = children[RETRIED];
  if (known !== undefined) return known;
  const retried: RetriedTests = new WeakMap();
  Object.defineProperty(children, RETRIED, { value: retried });
  Object.defineProperty(children, Symbol.iterator, { value: () => attemptsOf(children, retried) });
  return retried;
};

const currentBlock = (): CircusBlock | undefined =>
  (findCircusState(globalThis) as { currentDescribeBlock?: CircusBlock } | undefined)?.currentDescribeBlock;

/**
 * Has the tests that `define` defines tried again by the rules of `retry()`: only where every error of the attempt can
 * be passing trouble, or `retryIf` says so of it. For the `test` function with an option `retry`:
 * `retryTests(() => test(name, body, timeoutMs), options.retry)`, also around `test.only`, `test.skip` and `test.each`.
 *
 * An attempt is a whole one for Jest, with `beforeEach` and `afterEach` hooks, and counts in `invocations`; it follows at
 * once, before the next test. Jest has no such option for one test, but it runs a block by iterating over its list of
 * children, in 29.7 and 30, and here that list gives a test once more. Under another test runner than jest-circus nothing
 * is retried.
 * @throws TypeError for an option that is not accepted, and for concurrent tests, which Jest starts before their turn
 */
export const retryTests = (define: () => void, retry: TestRetry): void => {
  const resolved = resolveTestRetry(retry);
  const block = currentBlock();
  const before = block?.children.length ?? 0;
  define();
  if (block === undefined || resolved.attempts === 1) return;
  const defined = block.children.slice(before).filter((child): child is CircusTest => 'invocations' in child);
  if (defined.some(({ concurrent }) => concurrent)) {
    throw new TypeError('`retry` is no option of a concurrent test: Jest starts it before its turn.');
  }
  const retried = retriedTests(block.children);
  for (const test of defined) retried.set(test, resolved);
};
