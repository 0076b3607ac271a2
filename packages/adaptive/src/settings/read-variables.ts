import { ACCEPTED } from './accepted.js';
import type { Policy } from './policy.js';
import { settingsError } from './settings-error.js';
import { VARIABLES } from './variable-names.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** What environment variables ask for. */
export interface VariableSettings {
  readonly environment?: string;
  readonly policy: Policy;
  /** Limits that replace even those that a test names. */
  readonly forcedLimits: NonNullable<Policy['limits']>;
}

/** A variable that is set but empty counts as not set. */
const find = (
  environment: Environment,
  names: readonly string[],
): { name: string; text: string } | undefined => {
  const name = names.find((candidate) => (environment[candidate] ?? '').trim() !== '');
  return name === undefined ? undefined : { name, text: environment[name]?.trim() ?? '' };
};

const figure = (
  environment: Environment,
  names: readonly string[],
  accepted: string,
  holds: (value: number) => boolean,
): number | undefined => {
  const found = find(environment, names);
  if (found === undefined) return undefined;
  const value = Number(found.text);
  if (Number.isFinite(value) && holds(value)) return value;
  throw settingsError({ key: found.name, value: found.text, accepted, origin: 'environment variable' });
};

const SWITCH: Readonly<Record<string, boolean>> = { true: true, '1': true, false: false, '0': false };

const onOrOff = (environment: Environment, names: readonly string[]): boolean | undefined => {
  const found = find(environment, names);
  if (found === undefined) return undefined;
  const value = Object.hasOwn(SWITCH, found.text) ? SWITCH[found.text] : undefined;
  if (value !== undefined) return value;
  const accepted = 'true, false, 1 or 0';
  throw settingsError({ key: found.name, value: found.text, accepted, origin: 'environment variable' });
};

const LONGEST_SECONDS = 3_600;

/**
 * Settings from environment variables; each overrides file and options.
 * @throws HoldfastError `HOLDFAST_SETTINGS`
 */
export const readVariables = (environment: Environment): VariableSettings => {
  const isAuto = ['auto', 'measured'].includes(find(environment, VARIABLES.load)?.text ?? '');
  const load = isAuto
    ? 'measured'
    : figure(environment, VARIABLES.load, ACCEPTED.load, (value) => value > 0 && value <= 1_000);
  const timeMultiplier = figure(
    environment,
    VARIABLES.timeMultiplier,
    ACCEPTED.timeMultiplier,
    (value) => value > 0 && value <= 100,
  );
  const poolSize = figure(
    environment,
    VARIABLES.poolSize,
    'a whole number from 1',
    (value) => Number.isInteger(value) && value >= 1,
  );
  const seconds = figure(
    environment,
    VARIABLES.chaosSeconds,
    'a number of seconds above 0 and up to 3,600',
    (value) => value > 0 && value <= LONGEST_SECONDS,
  );
  const fitLimits = onOrOff(environment, VARIABLES.fitLimits);
  const name = find(environment, VARIABLES.environment)?.text;
  return {
    ...(name ? { environment: name } : {}),
    policy: {
      ...(load === undefined ? {} : { load }),
      ...(timeMultiplier === undefined ? {} : { timeMultiplier }),
      ...(poolSize === undefined ? {} : { poolSize }),
      ...(fitLimits === undefined ? {} : { fitLimits }),
    },
    forcedLimits: seconds === undefined ? {} : { chaos: seconds * 1_000 },
  };
};
