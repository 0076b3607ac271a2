import type { Category, Cause } from '@holdfast/journal';
import type { ReportFailure } from '../report/report.js';
import { isFor, testName } from './apply-known.js';
import type { Correction, KnownList, Quarantined } from './known-list.js';

/** Causes whose failures are told apart by what was compared: another test may have the same fingerprint for another reason. */
const PLAIN: ReadonlySet<Cause> = new Set([
  'assertion-mismatch',
  'stale-expectation',
  'type-error',
  'unknown',
]);

export interface CorrectionWords {
  readonly category: Category;
  readonly cause: Cause;
  readonly because: string;
  readonly by?: string;
  /** Date, `2026-11-21`. */
  readonly on: string;
}

/** What the rules said of a failure, whether or not it was corrected since. */
const originalCause = ({ verdict, correction }: ReportFailure): string =>
  correction?.was.split('/')[1] ?? verdict.cause;

/** The list with a correction for this failure; one that was there for it is replaced. */
export const addCorrection = (known: KnownList, row: ReportFailure, words: CorrectionWords): KnownList => {
  const { category, cause, because, by, on } = words;
  const test = testName(row);
  const isPlain = PLAIN.has(originalCause(row) as Cause);
  const correction: Correction = {
    fingerprint: row.fingerprint,
    test,
    ...(isPlain ? { scope: 'test' } : {}),
    category,
    cause,
    because,
    ...(by === undefined ? {} : { by }),
    on,
  };
  const others = known.corrections.filter(
    (other) => other.fingerprint !== row.fingerprint || (isPlain && other.test !== test),
  );
  return { ...known, corrections: [...others, correction] };
};

/** The list without the corrections for this failure; what was said of other tests with its fingerprint stays. */
export const removeCorrection = (known: KnownList, row: ReportFailure): KnownList => ({
  ...known,
  corrections: known.corrections.filter((correction) => !isFor(correction, row)),
});

export type QuarantineWords = Pick<Quarantined, 'owner' | 'because' | 'until' | 'on'>;

/** The list with this failure of this test in quarantine; an entry that was there for it is replaced. */
export const addQuarantined = (known: KnownList, row: ReportFailure, words: QuarantineWords): KnownList => {
  const entry: Quarantined = {
    file: row.file,
    title: row.title,
    ...(row.project === null ? {} : { project: row.project }),
    fingerprint: row.fingerprint,
    ...words,
  };
  const isSame = (other: Quarantined): boolean =>
    other.fingerprint === entry.fingerprint &&
    other.file === entry.file &&
    other.project === entry.project &&
    other.title.join('\0') === entry.title.join('\0');
  return { ...known, quarantined: [...known.quarantined.filter((other) => !isSame(other)), entry] };
};
