import { POLICY_KEYS } from '@holdfast/adaptive/settings';
import { type RunPreparation, type SessionSetup, screenOf } from '@holdfast/triage';
import type { ReporterOptions } from '../reporter-options.js';
import type { JestGlobalConfig } from './jest-config.js';
import { jestVersion } from './jest-version.js';

/** What a session must know of Jest's configuration. Jest prints its own summary to standard error. */
export const sessionSetup = (
  config: JestGlobalConfig,
  options: ReporterOptions,
  prepared: RunPreparation | undefined,
): SessionSetup => ({
  rootDir: config.rootDir,
  runner: { name: 'jest', version: jestVersion(config.rootDir) },
  options,
  otherOptions: POLICY_KEYS,
  prepared,
  screen: screenOf(process.stderr, process.env),
  environment: process.env,
  ...(config.shard ? { shard: `${config.shard.shardIndex}/${config.shard.shardCount}` } : {}),
  ...(config.randomize && config.seed !== undefined ? { seed: config.seed } : {}),
});
