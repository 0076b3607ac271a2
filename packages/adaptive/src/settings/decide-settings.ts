import { nearestName } from '@holdfast/journal/sandbox';
import type { Tier } from '../machine/profile.js';
import { DEFAULT_ENVIRONMENTS, DEFAULT_POLICY } from './default-settings.js';
import { mergePolicies } from './merge-policies.js';
import type { Policy, ResolvedPolicy } from './policy.js';
import { readVariables } from './read-variables.js';
import type { Settings } from './settings.js';
import { settingsError } from './settings-error.js';

/** Settings of a run, with everything decided. Plain data, JSON. */
export interface ResolvedSettings extends ResolvedPolicy {
  readonly environment: string;
  /** Limits by kind that replace even those that a test names. */
  readonly forcedLimits: NonNullable<Policy['limits']>;
}

/** Everything that has a say in the settings of a run. */
export interface SettingsSources {
  /** Out of the settings file. @default none */
  readonly file?: Settings;
  /** From the runner's configuration; a policy on top of the file's. @default none */
  readonly options?: Policy & { readonly environment?: string };
  /** Environment variables, on top of all. @default none */
  readonly variables?: Readonly<Record<string, string | undefined>>;
  readonly machine: { readonly tier: Tier; readonly ci: string | null };
}

/**
 * Decides the settings of a run from sources that are known to be right. Pure.
 * @throws HoldfastError `HOLDFAST_SETTINGS` for a mistake in a variable, and an environment that does not exist
 */
export const decideSettings = ({
  file = {},
  options = {},
  variables = {},
  machine,
}: SettingsSources): ResolvedSettings => {
  const { environment: optionName, ...optionPolicy } = options;
  const fromVariables = readVariables(variables);
  const named = fromVariables.environment ?? optionName ?? file.environment;
  const environment = named ?? (machine.ci === null ? 'local' : 'ci');
  const { environment: _, environments: configured = {}, tiers, ...everywhere } = file;
  const known = [...new Set([...Object.keys(DEFAULT_ENVIRONMENTS), ...Object.keys(configured)])];
  const nearest = named === undefined || known.includes(named) ? undefined : nearestName(named, known);
  // A name of one's own may stand without a policy, unless it looks like one that has.
  const isMistaken =
    nearest !== undefined || (Object.keys(configured).length > 0 && !known.includes(environment));
  if (named !== undefined && isMistaken) {
    const accepted = `one of ${known.join(', ')}${nearest === undefined ? '' : ` (nearest: ${nearest})`}`;
    const origin = fromVariables.environment === undefined ? 'settings' : 'environment variable';
    const key = fromVariables.environment === undefined ? 'environment' : 'HOLDFAST_ENVIRONMENT';
    throw settingsError({ key, value: named, accepted, origin });
  }
  const merged = mergePolicies(DEFAULT_POLICY, [
    DEFAULT_ENVIRONMENTS[environment] ?? {},
    everywhere,
    configured[environment] ?? {},
    tiers?.[machine.tier] ?? {},
    optionPolicy,
    fromVariables.policy,
    { limits: fromVariables.forcedLimits },
  ]);
  return { environment, ...merged, forcedLimits: fromVariables.forcedLimits };
};
