import * as v from 'valibot';
import { TIERS } from '../machine/profile.js';
import { ACCEPTED } from './accepted.js';
import { POLICY_KEYS, type Policy, TEST_KINDS } from './policy.js';
import { POLICY_SCHEMA, SETTINGS_FIELDS, SETTINGS_SCHEMA } from './schema.js';
import type { Settings } from './settings.js';
import { settingsError } from './settings-error.js';

type Schema = v.GenericSchema<unknown, unknown>;

const RATE_KEYS = ['target', 'floor'];

/** Keys that exist beside a key, by the path that leads to it. */
const knownKeys = (path: readonly string[], others: readonly string[]): readonly string[] => {
  const inner = path.at(-1);
  if (inner === 'limits') return TEST_KINDS;
  if (inner === 'passRate') return RATE_KEYS;
  if (inner === 'tiers' && path.length === 1) return TIERS;
  return path.length === 0 ? [...Object.keys(SETTINGS_FIELDS), ...others] : POLICY_KEYS;
};

const check = (
  schema: Schema,
  value: unknown,
  origin: string,
  prefix: readonly string[],
  others: readonly string[] = [],
): void => {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return;
  const [issue] = result.issues;
  const path = [...prefix, ...(issue.path?.map(({ key }) => String(key)) ?? [])];
  const found = issue.path === undefined ? value : issue.path.at(-1)?.value;
  const unknown = issue.type === 'strict_object' && issue.expected === 'never';
  throw settingsError({
    key: path.join('.') || 'the settings',
    value: found,
    accepted: unknown ? 'no such key' : issue.message,
    origin,
    ...(unknown && { known: knownKeys(path.slice(0, -1), others) }),
  });
};

const checkFloor = (policy: Policy | undefined, prefix: readonly string[], origin: string): void => {
  const { target, floor } = policy?.passRate ?? {};
  if (target === undefined || floor === undefined || floor <= target) return;
  throw settingsError({
    key: [...prefix, 'passRate', 'floor'].join('.'),
    value: floor,
    accepted: `${ACCEPTED.rate}, not above the target ${target}`,
    origin,
  });
};

/**
 * The settings as they are, once they are known to be right.
 * @param origin where they come from, for the message
 * @param others top-level keys that other parts of Holdfast read and check
 * @throws HoldfastError `HOLDFAST_SETTINGS`
 */
export const checkSettings = (value: unknown, origin: string, others: readonly string[] = []): Settings => {
  const own =
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).filter(([key]) => !others.includes(key)))
      : value;
  check(SETTINGS_SCHEMA, own, origin, [], others);
  const settings = own as Settings;
  checkFloor(settings, [], origin);
  for (const [name, policy] of Object.entries(settings.environments ?? {})) {
    checkFloor(policy, ['environments', name], origin);
  }
  for (const [name, policy] of Object.entries(settings.tiers ?? {}))
    checkFloor(policy, ['tiers', name], origin);
  return settings;
};

/**
 * A policy as it is, once it is known to be right.
 * @throws HoldfastError `HOLDFAST_SETTINGS`
 */
export const checkPolicy = (value: unknown, origin: string, prefix: readonly string[] = []): Policy => {
  check(POLICY_SCHEMA, value, origin, prefix);
  checkFloor(value as Policy, prefix, origin);
  return value as Policy;
};
