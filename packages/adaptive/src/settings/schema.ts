import * as v from 'valibot';
import { LONGEST_LIMIT_MS } from '../accept/limit.js';
import { TIERS } from '../machine/profile.js';
import { ACCEPTED } from './accepted.js';
import { type Policy, TEST_KINDS } from './policy.js';

const number = (accepted: string, holds: (value: number) => boolean) =>
  v.pipe(
    v.number(accepted),
    v.check((value: number) => Number.isFinite(value) && holds(value), accepted),
  );

const whole = (accepted: string, from: number) =>
  number(accepted, (value) => Number.isInteger(value) && value >= from);

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An array is an object to the library. */
const object = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.pipe(v.custom<unknown>(isObject, ACCEPTED.object), schema);

const within = (value: number, to: number): boolean => value > 0 && value <= to;

const loadNumber = number(ACCEPTED.load, (value) => within(value, 1_000));
const limit = number(ACCEPTED.limit, (value) => within(value, LONGEST_LIMIT_MS));
const rate = number(ACCEPTED.rate, (value) => within(value, 1));

/** The fields of a policy. */
const POLICY_FIELDS = {
  load: v.union([loadNumber, v.literal('measured', ACCEPTED.load)], ACCEPTED.load),
  timeMultiplier: number(ACCEPTED.timeMultiplier, (value) => within(value, 100)),
  limits: object(v.strictObject(v.entriesFromList(TEST_KINDS, v.optional(limit)))),
  retryAttempts: v.pipe(
    whole(ACCEPTED.retryAttempts, 1),
    v.check((value: number) => value <= 100, ACCEPTED.retryAttempts),
  ),
  passRate: object(v.strictObject({ target: v.optional(rate), floor: v.optional(rate) })),
  poolSize: v.nullable(whole(ACCEPTED.poolSize, 1)),
  fitLimits: v.boolean(ACCEPTED.fitLimits),
} satisfies Record<keyof Policy, v.GenericSchema>;

const policy = object(v.partial(v.strictObject(POLICY_FIELDS)));

/** Every field optional; a key that nobody reads is a mistake. */
export const POLICY_SCHEMA = policy;

const TEXT = v.pipe(
  v.string(ACCEPTED.environment),
  v.check((text: string) => text.trim() !== '', ACCEPTED.environment),
);

export const SETTINGS_FIELDS = {
  ...v.partial(v.strictObject(POLICY_FIELDS)).entries,
  environment: v.optional(TEXT),
  environments: v.optional(object(v.record(v.string(), policy))),
  tiers: v.optional(object(v.strictObject(v.entriesFromList(TIERS, v.optional(policy))))),
};

export const SETTINGS_SCHEMA = object(v.strictObject(SETTINGS_FIELDS));
