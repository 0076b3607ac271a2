import { adjustPriority } from '../classify/priority.js';
import {
  applyCorrection,
  correctionNote,
  findCorrection,
  findQuarantined,
  quarantineNote,
} from '../correction/apply-known.js';
import { EMPTY_KNOWN_LIST, type KnownList } from '../correction/known-list.js';
import type { FailureHistory, SoughtFailure } from '../history/failure-history.js';
import type { JudgedFailure } from '../incident/judged-failure.js';
import type { ReportFailure } from '../report/report.js';

/** What is known from before this run. */
export interface Knowledge {
  readonly known: KnownList;
  /** Date, `2026-11-21`. */
  readonly today: string;
  /** What earlier runs say about each of these failures; undefined for one of which they say nothing. */
  readonly histories: (sought: readonly SoughtFailure[]) => readonly (FailureHistory | undefined)[];
}

export const NO_KNOWLEDGE: Knowledge = Object.freeze({
  known: EMPTY_KNOWN_LIST,
  today: '',
  histories: () => [],
});

/** A failure as it was judged alone, with room for what was known before. */
export interface WithNotes extends JudgedFailure {
  readonly notes: Pick<ReportFailure, 'history' | 'correction' | 'quarantine'>;
}

const placeOf = ({ failure, fingerprint }: JudgedFailure): SoughtFailure => ({
  project: failure.project ?? null,
  file: failure.file ?? null,
  title: failure.title,
  fingerprint,
});

const withKnowledge = <T extends WithNotes>(
  judged: T,
  place: SoughtFailure,
  { known, today }: Knowledge,
  history: FailureHistory | undefined,
): T => {
  const correction = findCorrection(known, place);
  const quarantined = findQuarantined(known, place);
  if (correction === undefined && quarantined === undefined && history === undefined) return judged;
  const { failure, areaPriority } = judged;
  const corrected = correction === undefined ? judged.verdict : applyCorrection(judged.verdict, correction);
  const knownFlaky = history?.knownFlaky === true;
  const inputs = { category: corrected.category, flaky: failure.flaky || knownFlaky };
  // A rule of the user's own may have set a priority that stays.
  const isOwn = corrected.evidence[0]?.rule.startsWith('user/') === true;
  const isAsBefore = isOwn || (correction === undefined && !knownFlaky);
  const priority = isAsBefore
    ? corrected.priority
    : adjustPriority(corrected.cause, areaPriority === undefined ? inputs : { ...inputs, areaPriority });
  return {
    ...judged,
    verdict: priority === corrected.priority ? corrected : { ...corrected, priority },
    knownFlaky,
    notes: {
      ...(history === undefined ? {} : { history }),
      ...(correction === undefined ? {} : { correction: correctionNote(judged.verdict, correction) }),
      ...(quarantined === undefined ? {} : { quarantine: quarantineNote(quarantined, today) }),
    },
  };
};

/** Earlier runs of a test say nothing of an error that no test failed with, though it came while that test ran. */
const pastOf = <Past>({ failure }: WithNotes, past: Past): Past | undefined =>
  failure.kind === 'test' ? past : undefined;

/** The verdicts in the light of what was known before: a person's correction, earlier runs, quarantine. */
export const applyKnowledge = <T extends WithNotes>(
  judged: readonly T[],
  knowledge: Knowledge,
  guard: <R>(sentence: string, action: () => R) => R | undefined,
): readonly T[] => {
  const places = judged.map(placeOf);
  const histories = guard('The history could not be read', () => knowledge.histories(places)) ?? [];
  const { corrections, quarantined } = knowledge.known;
  if (histories.length === 0 && corrections.length === 0 && quarantined.length === 0) return judged;
  const apply = () =>
    judged.map((one, index) =>
      withKnowledge(one, places[index] as SoughtFailure, knowledge, pastOf(one, histories[index])),
    );
  return guard('What is known of failures could not be applied', apply) ?? judged;
};
