import { HoldfastError, nearestName } from '@holdfast/journal/sandbox';
import { printValue } from '../print.js';

/** What is wrong with one setting. */
export interface SettingsProblem {
  /** Path of the key: `environments.ci.load`. */
  readonly key: string;
  readonly value?: unknown;
  /** What the key accepts, in words. */
  readonly accepted: string;
  /** Where the settings come from: a file, an environment variable, the runner's options. */
  readonly origin: string;
  /** For a key that does not exist: the ones that do. */
  readonly known?: readonly string[];
}

const lastPart = (key: string): string => key.slice(key.lastIndexOf('.') + 1);

/** The one error for a mistake in the settings: where, which key, which value, what is accepted. */
export const settingsError = ({ key, value, accepted, origin, known }: SettingsProblem): HoldfastError => {
  if (known === undefined) {
    const message = `${origin}: \`${key}\` is ${printValue(value)}; accepted is ${accepted}.`;
    return new HoldfastError('HOLDFAST_SETTINGS', message, {
      key,
      value: printValue(value),
      accepted,
      origin,
    });
  }
  const nearest = nearestName(lastPart(key), known);
  const hint = nearest === undefined ? '' : ` Did you mean \`${nearest}\`?`;
  const message = `${origin}: there is no setting \`${key}\` (its value is ${printValue(value)}).${hint} Accepted here: ${known.join(', ')}.`;
  return new HoldfastError('HOLDFAST_SETTINGS', message, {
    key,
    value: printValue(value),
    accepted,
    origin,
    ...(nearest && { nearest }),
  });
};
