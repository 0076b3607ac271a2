import type { LeakingTest, LeakKeeper, LeakRecord } from '@holdfast/fixtures/leaks';
import { LEAKS_VARIABLE } from '@holdfast/journal';
import { levelsOf, type RunningSuite, type RunningTest } from '../test-file/runner-task.js';

interface Leaking extends LeakingTest {
  readonly test: RunningTest;
}

interface LeaksModule {
  openLeakKeeper(sandbox: object, record: LeakRecord<Leaking>): LeakKeeper<Leaking> | undefined;
}

/** Told of the tests of one file. */
export interface LeakWatch {
  attemptStarted(test: RunningTest): void;
  fileEnded(): void;
}

const errorCount = (test: RunningTest): number => test.result?.errors?.length ?? 0;

/**
 * Keeps the leaks of a file's tests where the reporter asked for it; undefined where it did not.
 * @param record writes a fact near a test, also after its end
 * @param load loads a module of Holdfast's, at once
 */
export const watchLeaks = (
  record: (test: RunningTest, name: string, data: object) => void,
  load: (name: string) => unknown,
): LeakWatch | undefined => {
  if (!process.env[LEAKS_VARIABLE]) return undefined;
  const { openLeakKeeper } = load('@holdfast/fixtures/leaks') as LeaksModule;
  const keeper = openLeakKeeper(globalThis, ({ test }, name, data) => record(test, name, data));
  if (keeper === undefined) return undefined;
  let suite: RunningSuite | undefined | null = null;
  return {
    attemptStarted: (test) => {
      const started: Leaking = { test, title: [...levelsOf(test.suite), test.name].join(' > ') };
      const before = errorCount(test);
      keeper.started(started, test.suite !== suite);
      suite = test.suite;
      keeper.enter(started);
      // The last one is called first: this comes after every hook and every callback of the test's own.
      test.onFinished ??= [];
      test.onFinished.push(async () => {
        const failure = await keeper.ended(started, errorCount(test) > before);
        if (failure !== undefined) throw failure;
      });
    },
    fileEnded: () => void keeper.fileEnded(),
  };
};
