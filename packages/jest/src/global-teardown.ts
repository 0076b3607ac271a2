import { snapshotError } from '@holdfast/journal';
import { runGlobalHook } from './run/global-hook.js';
import { hostState } from './run/host-state.js';
import type { JestGlobalConfig, JestProjectConfig } from './run/jest-config.js';
import { safely } from './run/warning.js';

/**
 * Stands before the user's `globalTeardown`, put there by `withHoldfast`. The report waits for it, so that its
 * failure has a row.
 */
export default async function globalTeardown(
  globalConfig: JestGlobalConfig,
  projectConfig: JestProjectConfig,
): Promise<void> {
  const host = hostState();
  try {
    await runGlobalHook('globalTeardown', host.globalTeardown, globalConfig, projectConfig);
  } catch (error) {
    // Reported when Jest exits, below what Jest itself says of it.
    safely(() => host.run?.runError({ kind: 'run', phase: 'global-teardown', error: snapshotError(error) }));
    throw error;
  }
  safely(() => host.finishAfterTeardown?.());
}
