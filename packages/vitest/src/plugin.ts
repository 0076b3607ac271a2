import { fileURLToPath } from 'node:url';
import type { ReporterOptions } from '@holdfast/triage';
import type { Vitest, VitestPluginContext } from 'vitest/node';
import { addSetupFile } from './run/add-setup-file.js';
import { holdsHoldfast } from './run/holds-holdfast.js';
import { type RootTestConfig, withReporter } from './run/root-reporters.js';
import { HoldfastReporter } from './reporter.js';

/** The plugin as Vite sees it. */
export interface HoldfastPlugin {
  readonly name: 'holdfast';
  config(config: { test?: RootTestConfig }): Promise<void>;
  configureVitest(context: VitestPluginContext): void;
}

const setupFile = (): string => fileURLToPath(new URL('./setup.mjs', import.meta.url));

/**
 * Adds Holdfast to Vitest: its reporter before all others, which keep as they are, and its setup file before all
 * others, in every project that runs in Node. One is enough; further ones add nothing.
 *
 * @example
 * export default defineConfig({ plugins: [holdfast()] });
 */
export const holdfast = (options: ReporterOptions = {}): HoldfastPlugin => {
  const reporter = new HoldfastReporter(options, (vitest: Vitest) => addSetupFile(vitest.projects, setupFile()));
  return {
    name: 'holdfast',
    async config(config) {
      if (config.test) await withReporter(config.test, reporter);
    },
    configureVitest({ vitest }) {
      const reporters = vitest.config.reporters as unknown[];
      if (!holdsHoldfast(reporters)) reporters.unshift(reporter);
    },
  };
};

export type { ReporterOptions } from '@holdfast/triage';
