import type { CorrectionNote, QuarantineNote } from '../correction/known-note.js';
import type { FailureHistory } from '../history/failure-history.js';
import { flatText } from './flat-text.js';
import { count, percent } from './phrases.js';
import type { ReportFailure } from './report.js';

/** What is known of a failure from before its run. */
export type Notes = {
  readonly [Key in 'correction' | 'quarantine' | 'history']?: ReportFailure[Key] | undefined;
};

/** `corrected on 2026-11-21 by ada, from BUG/assertion-mismatch: the fixture is old` */
export const correctionLine = ({ on, by, was, because }: CorrectionNote): string =>
  flatText(`corrected on ${on}${by === null ? '' : ` by ${by}`}, from ${was}: ${because}`);

/** `in quarantine, team-a, until 2026-12-24: the server is being moved` */
export const quarantineLine = ({ expired, owner, until, because }: QuarantineNote): string =>
  flatText(
    expired
      ? `quarantine EXPIRED, the failure counts again; ${owner}, until ${until}: ${because}`
      : `in quarantine, ${owner}, until ${until}: ${because}`,
  );

/** `passed 12 of 15 earlier runs (80 %), 2 on retry; failed like this in 3, first 2026-11-01` */
export const historyLine = (history: FailureHistory): string => {
  const { runs, failed, passedOnRetry, sameFailure, firstSeen, knownFlaky } = history;
  const passed = runs - failed;
  const retried = passedOnRetry > 0 ? `, ${passedOnRetry} on retry` : '';
  const since = typeof firstSeen === 'string' ? `, first ${firstSeen.slice(0, 10)}` : '';
  const before =
    sameFailure === 0 ? 'never failed like this before' : `failed like this in ${sameFailure}${since}`;
  // None and all need no percentage.
  const share = passed === 0 || failed === 0 ? '' : ` (${percent(passed / runs)})`;
  return `passed ${passed} of ${count(runs, 'earlier run')}${share}${retried}; ${before}${knownFlaky ? '; known flaky' : ''}`;
};

const NOTHING: readonly string[] = [];

/** What is known of a failure from before, a line each: a person's correction, its quarantine, earlier runs. */
export const noteLines = ({ correction, quarantine, history }: Notes): readonly string[] => {
  if (correction === undefined && quarantine === undefined)
    return history === undefined ? NOTHING : [historyLine(history)];
  const lines: string[] = [];
  if (correction !== undefined) lines.push(correctionLine(correction));
  if (quarantine !== undefined) lines.push(quarantineLine(quarantine));
  if (history !== undefined) lines.push(historyLine(history));
  return lines;
};

/** The same of several failures, in one line; empty where nothing is known of any. */
export const noteSummary = (failures: readonly Notes[]): string => {
  const { length } = failures;
  const share = (some: readonly Notes[], what: string): readonly string[] =>
    some.length === 0 ? [] : [`${some.length === length ? 'all' : `${some.length} of ${length}`} ${what}`];
  const known = failures.filter(({ history }) => history !== undefined);
  return [
    ...share(
      failures.filter(({ correction }) => correction !== undefined),
      'corrected by hand',
    ),
    ...share(
      failures.filter(({ quarantine }) => quarantine?.expired === false),
      'in quarantine',
    ),
    ...share(
      failures.filter(({ quarantine }) => quarantine?.expired === true),
      'with an EXPIRED quarantine',
    ),
    ...share(
      failures.filter(({ history }) => history?.knownFlaky === true),
      'known flaky',
    ),
    ...share(
      known.filter(({ history }) => history?.sameFailure === 0),
      'never failed like this before',
    ),
  ].join('; ');
};

/** For an incident: the notes of its one failure, or a summary of those of several. */
export const incidentNotes = (failures: readonly Notes[]): readonly string[] => {
  const [only] = failures;
  if (only !== undefined && failures.length === 1) return noteLines(only);
  const summary = noteSummary(failures);
  return summary === '' ? [] : [summary];
};
