import { type ReporterOptions, type SessionSetup, screenOf } from '@holdfast/triage';
import type { JestGlobalConfig } from './jest-config.js';
import { jestVersion } from './jest-version.js';

/** What a session must know of Jest's configuration. Jest prints its own summary to standard error. */
export const sessionSetup = (config: JestGlobalConfig, options: ReporterOptions): SessionSetup => ({
  rootDir: config.rootDir,
  runner: { name: 'jest', version: jestVersion(config.rootDir) },
  options,
  screen: screenOf(process.stderr, process.env),
  environment: process.env,
  ...(config.shard ? { shard: `${config.shard.shardIndex}/${config.shard.shardCount}` } : {}),
  ...(config.randomize && config.seed !== undefined ? { seed: config.seed } : {}),
});
