/*
 * For `setupFiles`. Runs before each test file, in its worker: adds Holdfast's assertions, fits the default limits where
 * that is asked for, and, where a reporter asked for it, writes down what happens in the file while it happens.
 */
import { guarded, RUN_DIRECTORY_VARIABLE } from '@holdfast/journal';
import type * as Vitest from 'vitest';
import { registerMatchers } from './assertions/register-matchers.js';
import { fitDefaultLimits } from './limits/fit-default-limits.js';
import { fileWatcher } from './test-file/file-watcher.js';
import { PROJECT_VARIABLE } from './test-file/project-variable.js';
import { type RunnerPrototype, watchRunner } from './test-file/watch-runner.js';

type VitestMain = typeof Vitest;

/** Vitest's workers hold its main entry; to find and load the same by its name would cost each test file 3 ms. */
const held = (globalThis as { __vitest_index__?: VitestMain }).__vitest_index__;
const vitest: VitestMain = held?.expect && held.vi ? held : await import('vitest');

/** Takes the name as a value: Vite would look for a name that stands in the import, and Vitest 5 has no such entry. */
const load = (name: string): Promise<unknown> => import(/* @vite-ignore */ name);

/** Vitest 4.1 and 5 have the class of runners in their main entry, earlier ones in one of its own. */
const runnerPrototype = async (): Promise<RunnerPrototype | undefined> => {
  const main = (vitest as { TestRunner?: { prototype: object } }).TestRunner;
  if (main) return main.prototype as RunnerPrototype;
  const runners = (await load('vitest/runners')) as { VitestTestRunner?: { prototype: object } };
  return runners.VitestTestRunner?.prototype as RunnerPrototype | undefined;
};

guarded(() => registerMatchers(vitest.expect, import.meta.url))();

if (process.env[RUN_DIRECTORY_VARIABLE]) {
  try {
    const prototype = await runnerPrototype();
    const { testPath } = vitest.expect.getState();
    const watcher = fileWatcher({
      path: testPath,
      project: process.env[PROJECT_VARIABLE],
      fitLimits: () => fitDefaultLimits(vitest.vi),
      setupFile: import.meta.url,
    });
    if (prototype) watchRunner(prototype, watcher);
  } catch {
    // The run goes on without a journal of this file.
  }
}
