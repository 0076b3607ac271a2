/** Successes among samples. */
export interface Counts {
  readonly successes: number;
  readonly total: number;
  /** What failed, by kind: at most a few lines. */
  readonly errors: readonly string[];
}

interface Countable {
  readonly successes?: unknown;
  readonly failures?: unknown;
  readonly total?: unknown;
  readonly errors?: unknown;
}

const SHOWN_ERRORS = 3;
const ACCEPTED =
  'a result with `successes` and `total` (or `failures`), a list of booleans, or what Promise.allSettled gives; at least one sample';

const isWhole = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;

const isGroup = (value: unknown): value is { readonly label: string; readonly count: number } => {
  const { label, count } = (value ?? {}) as { readonly label?: unknown; readonly count?: unknown };
  return typeof label === 'string' && typeof count === 'number';
};

/** Lists of another shape than Holdfast's own say nothing. */
const errorLines = (errors: unknown): string[] =>
  Array.isArray(errors)
    ? errors
        .filter(isGroup)
        .slice(0, SHOWN_ERRORS)
        .map(({ label, count }) => `${count} x ${label}`)
    : [];

const ofList = (list: readonly unknown[]): Counts | undefined => {
  const outcomes = list.map((item) => {
    if (typeof item === 'boolean') return item;
    const status = typeof item === 'object' && item !== null && 'status' in item ? item.status : undefined;
    return status === 'fulfilled' ? true : status === 'rejected' ? false : undefined;
  });
  if (outcomes.includes(undefined)) return undefined;
  return { successes: outcomes.filter(Boolean).length, total: list.length, errors: [] };
};

const ofRecord = ({ successes, failures, total, errors }: Countable): Counts | undefined => {
  const all = total ?? (isWhole(successes) && isWhole(failures) ? successes + failures : undefined);
  if (!isWhole(successes) || !isWhole(all) || successes > all) return undefined;
  return { successes, total: all, errors: errorLines(errors) };
};

/**
 * Successes and total of whatever holds them.
 * @throws TypeError where it holds none, or no sample at all
 */
export const countsOf = (received: unknown): Counts => {
  const counts = Array.isArray(received)
    ? ofList(received)
    : typeof received === 'object' && received !== null
      ? ofRecord(received)
      : undefined;
  if (counts === undefined || counts.total === 0) {
    throw new TypeError(
      `A rate needs ${ACCEPTED}; got ${counts === undefined ? typeof received : 'zero samples'}.`,
    );
  }
  return counts;
};
