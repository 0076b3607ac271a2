/*
 * For `setupFiles`. Runs before each test file, in its worker: adds Holdfast's assertions and, where a reporter asked for
 * it, fits the default limits and has what happens in the file written down while it happens.
 */
import { createRequire } from 'node:module';
import { guarded, RUN_DIRECTORY_VARIABLE } from '@holdfast/journal';
import type * as Vitest from 'vitest';
import { registerMatchers } from './assertions/register-matchers.js';
import type { CompiledModule } from './compiled/load-compiled.js';
import { loadCompiled } from './compiled/load-compiled.js';
import type * as Observe from './observe.js';
import type { RunnerPrototype } from './test-file/watch-runner.js';

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

/** In a realm of its own, as Vitest's vmThreads makes for each file, Vitest itself has to load the module. */
const loadObserve = async (
  directory: string,
  require: NodeJS.Require,
): Promise<CompiledModule<typeof Observe>> => {
  const isNodesRealm = process.constructor.constructor === Function;
  // To resolve the name would read the package's manifest.
  const folder = import.meta.dirname;
  if (isNodesRealm && folder !== undefined) return loadCompiled(`${folder}/observe.js`, require, directory);
  const exports = (await load(new URL('./observe.js', import.meta.url).href)) as typeof Observe;
  return { exports, keep: () => {} };
};

const directory = process.env[RUN_DIRECTORY_VARIABLE];
if (directory) {
  try {
    const prototype = await runnerPrototype();
    const require = createRequire(import.meta.url);
    const { exports, keep } = await loadObserve(directory, require);
    const path = vitest.expect.getState().testPath;
    if (prototype) exports.observeFiles({ prototype, path, vi: vitest.vi, load: require, fileEnded: keep });
  } catch {
    // The run goes on without a journal of this file.
  }
}
