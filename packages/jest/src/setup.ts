/*
 * For `setupFilesAfterEnv`. Runs anew in the sandbox of every test file, before the file itself: adds Holdfast's
 * assertions, fits the default limits where that is asked for, and, where a reporter asked for it, has what happens in
 * the file written down while it happens.
 */
import { guarded, RUN_DIRECTORY_VARIABLE } from '@holdfast/journal';
import { registerMatchers } from './assertions/register-matchers.js';
import { findCircusState } from './circus/circus-state.js';
import { fitDefaultLimits } from './limits/fit-default-limits.js';
import type * as Observe from './observe.js';
import { loadOutside } from './sandbox/load-outside.js';
import { jestGlobals } from './test-function/jest-globals.js';

guarded(() => registerMatchers(globalThis))();
guarded(() => {
  const state = findCircusState(globalThis);
  const defaultLimit = state && fitDefaultLimits(state);
  if (!process.env[RUN_DIRECTORY_VARIABLE]) return;
  const { observeFile } = loadOutside('./observe.js') as typeof Observe;
  observeFile({ sandbox: globalThis, state, defaultLimit, jestGlobals, loadOutside });
})();
