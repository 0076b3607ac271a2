import type { JestGlobalConfig, JestProjectConfig } from './jest-config.js';
import { loadDefault, resolveFromRoot } from './load-module.js';

type GlobalHook = (globalConfig: JestGlobalConfig, projectConfig: JestProjectConfig) => unknown;

/** Runs the user's own global module as Jest would have run it. */
export const runGlobalHook = async (
  name: 'globalSetup' | 'globalTeardown',
  specifier: string | undefined,
  globalConfig: JestGlobalConfig,
  projectConfig: JestProjectConfig,
): Promise<void> => {
  if (specifier === undefined) return;
  const path = resolveFromRoot(specifier, projectConfig.rootDir);
  const hook = await loadDefault(path);
  if (typeof hook !== 'function') throw new TypeError(`${name} file must export a function at ${path}`);
  await (hook as GlobalHook)(globalConfig, projectConfig);
};
