import type { LeakingTest, LeakKeeper, LeakRecord } from '@holdfast/fixtures/leaks';
import { LEAKS_VARIABLE } from '@holdfast/journal';
import type { AttemptLog } from '../circus/attempt-log.js';
import {
  type CircusBlock,
  type CircusHook,
  type CircusState,
  type CircusTest,
  rootBlockOf,
  titleOf,
} from '../circus/circus-state.js';
import { matchersState } from '../evidence/matchers-state.js';
import type { JestGlobals } from '../test-function/jest-globals.js';

type Body = (this: unknown, ...values: unknown[]) => unknown;

interface Leaking extends LeakingTest {
  readonly test: CircusTest;
}

type TestWithBody = CircusTest & { fn?: Body };

const testsIn = (block: CircusBlock): TestWithBody[] =>
  block.children.flatMap((child) => ('children' in child ? testsIn(child) : [child]));

interface LeaksModule {
  openLeakKeeper(
    sandbox: object,
    record: LeakRecord<Leaking>,
    callingTest: () => Leaking | undefined,
  ): LeakKeeper<Leaking> | undefined;
}

/** What only code inside the sandbox can give. */
export interface LeakParts {
  readonly jestGlobals: () => Pick<JestGlobals, 'afterEach' | 'beforeAll'>;
  /** Loads a module outside of the sandbox, by its name. */
  readonly loadOutside: (name: string) => unknown;
}

/** The same function to circus, which looks at the number of parameters, run as the test's own. */
const bodyOf = (body: Body, run: (action: () => unknown) => unknown): Body => {
  const watched: Body = function (...values) {
    return run(() => Reflect.apply(body, this, values));
  };
  return Object.defineProperty(watched, 'length', { value: body.length });
};

/**
 * Keeps the leaks of this file's tests where the reporter asked for it. Hooks of a set-up file are the first of the
 * file's; the one after each test is put behind all others, so that what they close is no leak. Concurrent tests have no
 * hooks around them in Jest: what they left is told when their bodies have ended.
 */
export const watchLeaks = (
  sandbox: object,
  state: CircusState,
  log: AttemptLog,
  { jestGlobals, loadOutside }: LeakParts,
): void => {
  if (!process.env[LEAKS_VARIABLE]) return;
  const { openLeakKeeper } = loadOutside('@holdfast/fixtures/leaks') as LeaksModule;
  const ofTests = new WeakMap<CircusTest, Leaking>();
  /** Jest 30 follows the code of its tests by itself. */
  const asking = (): CircusTest | undefined => matchersState(sandbox)?.currentTestIdentity?.();
  const keeper = openLeakKeeper(
    sandbox,
    ({ test }, name, data) => log.evidence(test, name, data),
    () => {
      const test = asking();
      return test && ofTests.get(test);
    },
  );
  if (keeper === undefined) return;
  const { afterEach, beforeAll } = jestGlobals();
  let running: Leaking | undefined;
  let block: CircusBlock | undefined;
  const hooks = rootBlockOf(state).hooks as CircusHook[];

  afterEach(async () => {
    if (running === undefined) return;
    const ended = running;
    running = undefined;
    const failure = await keeper.ended(ended, ended.test.errors.length > 0);
    if (failure !== undefined) throw failure;
  });
  const last = hooks.at(-1);

  const startedNow = (test: CircusTest): Leaking => {
    const started: Leaking = { test, title: titleOf(test).join(' › ') };
    ofTests.set(test, started);
    keeper.started(started, test.parent !== block);
    block = test.parent;
    return started;
  };

  const runConcurrent = async (test: CircusTest, action: () => unknown): Promise<unknown> => {
    const started = startedNow(test);
    let value: unknown;
    try {
      value = await (asking() === test ? action() : keeper.run(started, action));
    } catch (error) {
      await keeper.ended(started, true);
      throw error;
    }
    const failure = await keeper.ended(started, false);
    if (failure !== undefined) throw failure;
    return value;
  };

  beforeAll(() => {
    for (const test of testsIn(rootBlockOf(state))) {
      const { fn } = test;
      // Jest 29 starts their bodies before it starts the tests.
      if (test.concurrent && fn !== undefined) test.fn = bodyOf(fn, (action) => runConcurrent(test, action));
    }
    if (last === undefined) return;
    const at = hooks.indexOf(last);
    if (at >= 0) hooks.push(...hooks.splice(at, 1));
  });

  log.whenStarted((test: TestWithBody) => {
    if (test.concurrent) return;
    const started = startedNow(test);
    running = started;
    const { fn } = test;
    if (fn !== undefined && asking() !== test) test.fn = bodyOf(fn, (action) => keeper.run(started, action));
  });

  log.beforeFileEnds(() => void keeper.fileEnded());
};
