import type { Report } from '../report/report.js';
import { describeCause } from '../taxonomy/describe.js';
import type { Verdict } from '../verdict.js';
import type { Correction, KnownList, Quarantined } from './known-list.js';
import type { CorrectionNote, QuarantineNote } from './known-note.js';

/** The verdict as a person corrected it; the evidence of the rules stays below the person's word. */
export const applyCorrection = (verdict: Verdict, correction: Correction): Verdict => {
  const { category, cause, because, by, on } = correction;
  const description = describeCause(cause);
  const who = by === undefined ? '' : ` by ${by}`;
  return {
    category,
    cause,
    priority: description.priority,
    standing: 'supported',
    confidence: 1,
    why: because,
    evidence: [
      {
        rule: 'correction',
        category,
        cause,
        weight: 1,
        sentence: `Corrected on ${on}${who}, from ${verdict.category}/${verdict.cause}: ${because}`,
      },
      ...verdict.evidence,
    ],
    advice: description.advice,
  };
};

/** How a report shows a correction. */
export const correctionNote = (verdict: Verdict, { because, by, on }: Correction): CorrectionNote => ({
  because,
  by: by ?? null,
  on,
  was: `${verdict.category}/${verdict.cause}`,
});

/** Where a failure stands. */
export interface KnownPlace {
  readonly project: string | null;
  readonly file: string | null;
  readonly title: readonly string[];
  readonly fingerprint: string;
}

/** A test by file and title, on one line. */
export const testName = ({ file, title }: Pick<KnownPlace, 'file' | 'title'>): string =>
  [...(file === null ? [] : [file]), ...title].join(' > ');

/** Whether a correction speaks of this failure. */
export const isFor = ({ fingerprint, scope, test }: Correction, place: KnownPlace): boolean =>
  fingerprint === place.fingerprint && (scope !== 'test' || test === testName(place));

/** The correction for a failure: of several, the one that was made last. */
export const findCorrection = ({ corrections }: KnownList, place: KnownPlace): Correction | undefined =>
  corrections.findLast((correction) => isFor(correction, place));

/** The entry that puts this failure of this test in quarantine; another failure of the same test is none of its business. */
export const findQuarantined = ({ quarantined }: KnownList, place: KnownPlace): Quarantined | undefined =>
  quarantined.findLast(
    ({ file, title, project, fingerprint }) =>
      fingerprint === place.fingerprint &&
      file === place.file &&
      (project ?? null) === place.project &&
      title.join('\0') === place.title.join('\0'),
  );

/**
 * The report in the light of the list as it is now: what was put in quarantine, or whose date went by, after the run is told
 * and counted as such.
 * @param today date, `2026-11-21`
 */
export const withQuarantine = (report: Report, known: KnownList, today: string): Report => ({
  ...report,
  failures: report.failures.map((row) => {
    const entry = findQuarantined(known, row);
    return entry === undefined ? row : { ...row, quarantine: quarantineNote(entry, today) };
  }),
});

/** @param today date, `2026-11-21` */
export const quarantineNote = ({ owner, because, until }: Quarantined, today: string): QuarantineNote => ({
  owner,
  because,
  until,
  expired: today > until,
});
