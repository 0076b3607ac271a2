import { snapshotError } from '@holdfast/journal';
import { ActiveRun } from './run/active-run.js';
import { runGlobalHook } from './run/global-hook.js';
import { hostState } from './run/host-state.js';
import type { JestGlobalConfig, JestProjectConfig } from './run/jest-config.js';
import { prepare } from './run/prepare.js';
import { safely } from './run/warning.js';

/**
 * Stands before the user's `globalSetup`, put there by `withHoldfast`. Jest makes its reporters after the global
 * set-up, so that nothing else of Holdfast's could tell that it failed.
 */
export default async function globalSetup(
  globalConfig: JestGlobalConfig,
  projectConfig: JestProjectConfig,
): Promise<void> {
  const host = hostState();
  try {
    await runGlobalHook('globalSetup', host.globalSetup, globalConfig, projectConfig);
  } catch (error) {
    const prepared = await prepare(globalConfig.rootDir, host.options);
    safely(() => {
      host.isHeard = true;
      // Reported when Jest exits, below what Jest itself says of it.
      const run = new ActiveRun(globalConfig, host.options, prepared);
      run.runError({ kind: 'run', phase: 'global-setup', error: snapshotError(error) });
    });
    throw error;
  }
}
