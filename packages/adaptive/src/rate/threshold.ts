import { type AcceptedNumber, acceptNumber } from '../accept/number.js';
import { currentSettings } from '../settings/current-settings.js';

/** A rate: a number, one of the settings' pass rates, or a number by environment. */
export type RateThreshold =
  | number
  | 'target'
  | 'floor'
  | ({ readonly default?: number } & { readonly [environment: string]: number });

const BILLION = 1e9;

/** The failure rate that belongs to a success rate, or the other way round, without what subtraction adds by itself. */
export const oppositeRate = (rate: number): number => Math.round((1 - rate) * BILLION) / BILLION;

/**
 * The rate that holds here.
 * @throws TypeError for one that is out of range, or that says nothing about this environment
 */
export const resolveThreshold = (
  name: string,
  threshold: RateThreshold,
  accepted: AcceptedNumber,
): number => {
  if (threshold === 'target' || threshold === 'floor') {
    return acceptNumber(`passRate.${threshold}`, currentSettings().passRate[threshold], accepted);
  }
  if (typeof threshold !== 'object' || threshold === null) return acceptNumber(name, threshold, accepted);
  for (const [environment, rate] of Object.entries(threshold))
    acceptNumber(`${name}.${environment}`, rate, accepted);
  const { environment } = currentSettings();
  const rate = Object.hasOwn(threshold, environment) ? threshold[environment] : threshold.default;
  if (rate !== undefined) return rate;
  const known = Object.keys(threshold).join(', ');
  throw new TypeError(
    `\`${name}\` has no rate for the environment '${environment}', and no \`default\`; it has ${known}.`,
  );
};
