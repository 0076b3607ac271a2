import type { Tier } from '../machine/profile.js';
import type { Policy } from './policy.js';

/**
 * What `holdfast.config` may say about limits; every field is optional. What stands at the top, beside
 * `environments`, holds in every environment.
 */
export interface Settings extends Policy {
  /** Name of the environment. @default `ci` where a CI service runs the tests, else `local` */
  readonly environment?: string;
  /** Policies by environment: `ci`, `local`, `production-validation`, or names of your own. */
  readonly environments?: Readonly<Record<string, Policy>>;
  /** Policies by tier of machine; they count for more than the environment's. */
  readonly tiers?: Partial<Readonly<Record<Tier, Policy>>>;
}

/**
 * Gives a settings file its types; returns what it is given.
 * @example export default defineConfig({ environments: { ci: { retryAttempts: 5 } } })
 */
export const defineConfig = <Config extends Settings>(config: Config): Config => config;
