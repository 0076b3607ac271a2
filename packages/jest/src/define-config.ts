import type { Settings } from '@holdfast/adaptive/settings';
import type { ReporterOptions } from '@holdfast/triage';

/** What `holdfast.config` may say: settings, and options of the reporter. */
export type HoldfastConfig = Settings & Omit<ReporterOptions, 'environment'>;

/**
 * Gives a settings file its types; returns what it is given.
 * @example export default defineConfig({ environments: { ci: { retryAttempts: 5 } } })
 */
export const defineConfig = (config: HoldfastConfig): HoldfastConfig => config;
