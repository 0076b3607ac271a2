import type { Scope } from '@holdfast/fixtures';
import { fixtures, openScope, startLimit, takeTurn } from '@holdfast/fixtures/adapter';
import { openAttemptScope } from './attempt-scope.js';
import { runInTest } from './calling-test.js';
import type { Task } from './current-test.js';
import { LIMIT } from './keep-limit.js';
import { limitMaking } from './limited-making.js';
import { planOf } from './plan.js';

type Use = (value: unknown) => Promise<void>;

interface Given {
  readonly task: Task;
  readonly signal?: AbortSignal;
  readonly skip: (note?: string) => never;
  readonly onTestFinished: (run: () => unknown, timeoutMs: number) => void;
}

const testScope = async ({ task, signal, skip, onTestFinished }: Given, use: Use): Promise<void> => {
  const scope = openAttemptScope(task, signal);
  const test = { task, skip, hasEnded: false };
  runInTest(test);
  let failure: { readonly error: unknown } | undefined;
  const close = async (): Promise<void> => {
    try {
      await scope.close();
    } catch (error) {
      failure = { error };
    } finally {
      test.hasEnded = true;
    }
  };
  // Vitest leaves out the rest of its clean-up where one fixture's fails, and asks a failed one again: so the scope is
  // closed by whichever comes first, and tells of its failure once. No limit of Vitest's: each step has its own.
  onTestFinished(async () => {
    await close();
    if (failure !== undefined) throw failure.error;
  }, 0);
  await use(scope);
  await close();
};

/** Made before all other fixtures: these are made in the test's turn, and within its limit. */
const testLimit = async ({ scope, task }: { scope: Scope; task: Task }, use: Use): Promise<void> => {
  const { limitMs = 0, turn } = planOf(task) ?? {};
  if (turn !== undefined) await takeTurn(scope, turn);
  const limit = startLimit(scope, limitMs);
  limitMaking(task, limit);
  await use(limit);
  limitMaking(task, undefined);
};

const sharedScope =
  (name: string) =>
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads off the parameter that it needs nothing.
  async ({}: object, use: Use): Promise<void> => {
    const scope = openScope({ name });
    await use(scope);
    await scope.close();
  };

const onScope =
  (make: (scope: Scope) => unknown) =>
  ({ scope }: { scope: Scope }, use: Use): Promise<void> =>
    use(make(scope));

/** Holdfast's fixtures in Vitest's words. */
export const baseFixtures = (): object => ({
  scope: testScope,
  [LIMIT]: testLimit,
  ...Object.fromEntries(
    Object.entries(fixtures).flatMap(([name, make]) => (name === 'scope' ? [] : [[name, onScope(make)]])),
  ),
  fileScope: [sharedScope('the test file'), { scope: 'file' }],
  workerScope: [sharedScope('the worker'), { scope: 'worker' }],
});
