import { coreModule } from '@holdfast/journal/sandbox';

/** What a numeric option accepts. */
export interface AcceptedNumber {
  /** @default no lower bound */
  readonly from?: number;
  /** Exclusive lower bound. @default none */
  readonly above?: number;
  /** @default no upper bound */
  readonly to?: number;
  /** Exclusive upper bound. @default none */
  readonly below?: number;
  /** @default false */
  readonly whole?: boolean;
  /** @default false */
  readonly orInfinity?: boolean;
  /** Named after the range: `milliseconds`. */
  readonly unit?: string;
}

const inspect = coreModule('node:util')?.inspect;

const describe = (value: unknown): string =>
  typeof value === 'number' || inspect === undefined
    ? String(value)
    : inspect(value, { depth: 0, breakLength: Infinity });

const rangeText = ({ from, above, to, below, whole, orInfinity, unit }: AcceptedNumber): string => {
  const kind = whole ? 'a whole number' : 'a finite number';
  const lower = above === undefined ? (from === undefined ? '' : ` from ${from}`) : ` above ${above}`;
  const upper = below === undefined ? (to === undefined ? '' : ` to ${to}`) : ` and below ${below}`;
  const unitText = unit === undefined ? '' : ` (${unit})`;
  return `${kind}${lower}${upper}${unitText}${orInfinity ? ', or Infinity' : ''}`;
};

const isAccepted = (value: unknown, accepted: AcceptedNumber): value is number => {
  if (typeof value !== 'number') return false;
  if (value === Number.POSITIVE_INFINITY) return accepted.orInfinity === true;
  if (!Number.isFinite(value)) return false;
  if (accepted.whole && !Number.isInteger(value)) return false;
  return (
    value >= (accepted.from ?? value) &&
    value <= (accepted.to ?? value) &&
    (accepted.above === undefined || value > accepted.above) &&
    (accepted.below === undefined || value < accepted.below)
  );
};

/**
 * The number itself.
 * @throws TypeError that names the option, what it accepts and what came
 */
export const acceptNumber = (name: string, value: unknown, accepted: AcceptedNumber): number => {
  if (isAccepted(value, accepted)) return value;
  throw new TypeError(`\`${name}\` must be ${rangeText(accepted)}; got ${describe(value)}.`);
};
