import { type ResolvedTestRetry, systemClock } from '@holdfast/adaptive/sandbox';
import type { CircusBlock, CircusTest } from '../circus/circus-state.js';
import { placeInTest } from '../circus/error-place.js';

/** Tests that are to be tried again, with their rules. */
export type RetriedTests = WeakMap<object, ResolvedTestRetry>;

type Child = CircusBlock | CircusTest;

const LOGS_ERRORS = Symbol.for('LOG_ERRORS_BEFORE_RETRY');
/** Far beyond any pause; a hook needs a limit. */
const SPARE_MS = 60_000;

/** A block that no report shows: it pauses, then runs the test, whose own hooks belong to its own parent. */
const afterPause = (test: CircusTest, pauseMs: number): object => ({
  type: 'describeBlock',
  name: test.parent.name,
  parent: test.parent,
  mode: undefined,
  tests: [],
  children: [test],
  hooks: [
    {
      type: 'beforeAll',
      fn: () => systemClock.sleep(pauseMs),
      timeout: pauseMs + SPARE_MS,
      asyncError: new Error('the pause before another attempt'),
      parent: test.parent,
      seenDone: false,
    },
  ],
});

/** What circus does itself before it retries a test. */
const forgetErrors = (test: CircusTest): void => {
  const { retryReasons } = test as { retryReasons?: unknown[] };
  if ((globalThis as { [LOGS_ERRORS]?: unknown })[LOGS_ERRORS]) retryReasons?.push(...test.errors);
  test.errors = [];
};

function* again(test: CircusTest, { attempts, delayMs, isWorthTrying }: ResolvedTestRetry, before: number) {
  let invocations = before;
  for (let attempt = 1; attempt < attempts; attempt += 1) {
    // Whoever only walks the tree has not run the test.
    if (test.invocations === invocations) return;
    if (!isWorthTrying(test.errors.map((error) => placeInTest(error, test).thrown))) return;
    invocations = test.invocations;
    forgetErrors(test);
    yield delayMs === 0 ? test : afterPause(test, delayMs);
  }
}

/** The children of a block, each retried test again until it passes or its rules end it. */
export function* attemptsOf(children: readonly Child[], retried: RetriedTests): Generator<unknown> {
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index] as Child;
    const retry = retried.get(child);
    const before = 'invocations' in child ? child.invocations : 0;
    yield child;
    if (retry !== undefined) yield* again(child as CircusTest, retry, before);
  }
}
