import { join } from 'node:path';
import type { Vitest, VitestPluginContext } from 'vitest/node';
import { HoldfastReporter } from './reporter.js';
import type { ReporterOptions } from './reporter-options.js';
import { addSetupFile } from './run/add-setup-file.js';
import { holdsHoldfast } from './run/holds-holdfast.js';
import { type RootTestConfig, withReporter } from './run/root-reporters.js';

/** The plugin as Vite sees it. */
export interface HoldfastPlugin {
  readonly name: 'holdfast';
  config(config: { test?: RootTestConfig }): Promise<void>;
  configureVitest(context: VitestPluginContext): void;
}

/** Published beside this module, which is CommonJS whoever imports it. */
const setupFile = (): string => join(__dirname, 'setup.mjs');

/**
 * Adds Holdfast to Vitest: its reporter before all others, which keep as they are, and its setup file before all
 * others, in every project that runs in Node. One is enough; further ones add nothing.
 *
 * @example
 * export default defineConfig({ plugins: [holdfast()] });
 */
export const holdfast = (options: ReporterOptions = {}): HoldfastPlugin => {
  const reporter = new HoldfastReporter(options, (vitest: Vitest) =>
    addSetupFile(vitest.projects, setupFile()),
  );
  return {
    name: 'holdfast',
    async config(config) {
      if (config.test) await withReporter(config.test, reporter);
    },
    configureVitest({ vitest, project }) {
      // Where the reporter is listed by hand, the plugin's own never learns of the projects.
      addSetupFile([project], setupFile());
      const reporters = vitest.config.reporters as unknown[];
      if (!holdsHoldfast(reporters)) reporters.unshift(reporter);
    },
  };
};

export { defineConfig, type HoldfastConfig } from './define-config.js';
export type { ReporterOptions } from './reporter-options.js';
