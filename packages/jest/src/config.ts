import { join, resolve } from 'node:path';
import type { Config } from 'jest';
import { withGlobalHooks } from './config/with-global-hooks.js';
import { withReporter } from './config/with-reporter.js';
import { withSetup } from './config/with-setup.js';
import { withWatchIgnored } from './config/with-watch-ignored.js';
import type { ReporterOptions } from './reporter-options.js';
import { hostState } from './run/host-state.js';
import { watchUnheardEnd } from './run/unheard-end.js';

export { defineConfig, type HoldfastConfig } from './define-config.js';
export type { ReporterOptions } from './reporter-options.js';

const DEFAULT_OUTPUT = 'holdfast-report';

type ConfigFunction = () => Config | Promise<Config>;

const apply = (config: Config, options: ReporterOptions): Config => {
  const host = hostState();
  host.options = options;
  watchUnheardEnd(resolve(config.rootDir ?? process.cwd()), options);
  const built = (name: string): string => join(__dirname, `${name}.js`);
  const hooked = withGlobalHooks(config, host, built);
  const unwatched = withWatchIgnored(hooked, options.outputDir ?? DEFAULT_OUTPUT);
  host.isOutputIgnored = !(config.projects ?? []).some((project) => typeof project === 'string');
  return withReporter(withSetup(unwatched, built('setup')), built('reporter'), options);
};

/**
 * Adds Holdfast to a Jest configuration: the reporter, with `options`, and the setup file, in each of the inline
 * `projects` too. What the configuration holds stays: `default` is kept or added, a listed Holdfast reporter is not
 * added twice, `globalSetup` and `globalTeardown` run as before, and their failures are reported.
 *
 * Projects that are given as paths have configuration files of their own; add `@holdfast/jest/setup` to their
 * `setupFilesAfterEnv` there.
 *
 * ```js
 * const { withHoldfast } = require('@holdfast/jest/config');
 * module.exports = withHoldfast({ testEnvironment: 'node' });
 * ```
 */
export function withHoldfast(config: Config, options?: ReporterOptions): Config;
export function withHoldfast(config: ConfigFunction, options?: ReporterOptions): () => Promise<Config>;
export function withHoldfast(
  config: Config | ConfigFunction,
  options: ReporterOptions = {},
): Config | (() => Promise<Config>) {
  if (typeof config === 'function') return async () => apply(await config(), options);
  return apply(config, options);
}
