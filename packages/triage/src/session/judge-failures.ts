import { findArea } from '../classify/area.js';
import { classifyDigest } from '../classify/classify.js';
import { Digest } from '../classify/digest.js';
import { adjustPriority } from '../classify/priority.js';
import {
  applyCorrection,
  correctionNote,
  findCorrection,
  findQuarantined,
  quarantineNote,
} from '../correction/apply-known.js';
import { EMPTY_KNOWN_LIST, type KnownList } from '../correction/known-list.js';
import type { Failure } from '../failure.js';
import { fingerprintOf } from '../fingerprint/fingerprint.js';
import type { FailureHistory, SoughtFailure } from '../history/failure-history.js';
import { groupIncidents } from '../incident/group-incidents.js';
import type { JudgedFailure } from '../incident/judged-failure.js';
import type { Mask } from '../mask/create-mask.js';
import { type Masks, maskFailure } from '../mask/mask-failure.js';
import { createStackMask } from '../mask/mask-stack.js';
import type { Incident, ReportFailure } from '../report/report.js';
import { stableId } from '../report/stable-id.js';
import type { ResolvedReporterOptions } from '../settings/resolved-reporter-options.js';
import type { Verdict } from '../verdict.js';
import { locateLine, type Position } from './locate-line.js';
import type { LocatedFailure } from './located-failure.js';
import { UncaughtErrors } from './uncaught-errors.js';

/** Does an action; where it throws, a gap of the report gets the sentence, and there is no result. */
export type Guard = <T>(sentence: string, action: () => T) => T | undefined;

export interface Judgement {
  readonly failures: readonly ReportFailure[];
  readonly incidents: readonly Incident[];
  readonly byRunnerId: ReadonlyMap<string, ReportFailure>;
}

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

interface Judged extends JudgedFailure {
  readonly located: LocatedFailure;
  readonly position: Position;
  readonly area: string | null;
  readonly notes: Pick<ReportFailure, 'history' | 'correction' | 'quarantine'>;
}

const NO_VERDICT: Verdict = {
  category: 'UNKNOWN',
  cause: 'unknown',
  priority: 'medium',
  standing: 'suspected',
  confidence: 0,
  why: 'Holdfast could not judge this failure; the gaps of the report say why.',
  evidence: [],
  advice: ['Read the message and the stack in report.json.'],
};

const idOf = (failure: Failure, occurrence: number, taken: Set<string>): string => {
  const { kind, project = '', file = '', title } = failure;
  const key = `${kind}\0${project}\0${file}\0${title.join('\0')}${title.length === 0 ? '' : '\0'}${occurrence}`;
  let id = `f-${stableId(key)}`;
  // Several loose errors of one file have the same key.
  for (let number = 1; taken.has(id); number += 1) id = `f-${stableId(`${key}\0${number}`)}`;
  taken.add(id);
  return id;
};

const judge = (
  located: LocatedFailure,
  masks: Masks,
  options: ResolvedReporterOptions,
  taken: Set<string>,
  guard: Guard,
): Judged => {
  const masked = maskFailure(located.failure, masks);
  // In the stack as it was: a mask may have hidden a folder of the path.
  const position = locateLine(located);
  const failure = masked as { -readonly [K in keyof Failure]: Failure[K] };
  if (position.line !== null) failure.line = position.line;
  if (position.column !== null) failure.column = position.column;
  const area = options.areas.length === 0 ? undefined : findArea(failure, options.areas);
  const id = idOf(failure, located.occurrence, taken);
  const digest = new Digest(failure);
  return {
    id,
    failure,
    verdict: guard('A failure could not be classified', () => classifyDigest(digest, options)) ?? NO_VERDICT,
    fingerprint: guard('A failure has no fingerprint', () => fingerprintOf(digest)) ?? id,
    ...(area?.priority === undefined ? {} : { areaPriority: area.priority }),
    located,
    position,
    area: area?.name ?? null,
    notes: {},
  };
};

const placeOf = ({ failure, fingerprint }: Judged): SoughtFailure => ({
  project: failure.project ?? null,
  file: failure.file ?? null,
  title: failure.title,
  fingerprint,
});

/** The verdict in the light of what was known before: a person's correction, earlier runs, quarantine. */
const withKnowledge = (judged: Judged, knowledge: Knowledge, history: FailureHistory | undefined): Judged => {
  const { known, today } = knowledge;
  const place = placeOf(judged);
  const correction = findCorrection(known, place);
  const quarantined = findQuarantined(known, place);
  if (correction === undefined && quarantined === undefined && history === undefined) return judged;
  const { failure, areaPriority } = judged;
  const corrected = correction === undefined ? judged.verdict : applyCorrection(judged.verdict, correction);
  const knownFlaky = history?.knownFlaky === true;
  const inputs = { category: corrected.category, flaky: failure.flaky || knownFlaky };
  // A rule of the user's own may have set a priority that stays.
  const isOwn = corrected.evidence[0]?.rule.startsWith('user/') === true;
  const priority =
    isOwn || (correction === undefined && !knownFlaky)
      ? corrected.priority
      : adjustPriority(corrected.cause, areaPriority === undefined ? inputs : { ...inputs, areaPriority });
  return {
    ...judged,
    verdict: { ...corrected, priority },
    knownFlaky,
    notes: {
      ...(history === undefined ? {} : { history }),
      ...(correction === undefined ? {} : { correction: correctionNote(judged.verdict, correction) }),
      ...(quarantined === undefined ? {} : { quarantine: quarantineNote(quarantined, today) }),
    },
  };
};

const toRow = (judged: Judged, incident: string): ReportFailure => {
  const { id, failure, verdict, located, position, area } = judged;
  const machine = failure.attempts.findLast((attempt) => attempt.machine !== undefined)?.machine ?? null;
  return {
    id,
    kind: failure.kind,
    title: failure.title,
    file: failure.file ?? null,
    line: position.line,
    column: position.column,
    project: failure.project ?? null,
    area,
    tags: failure.tags ?? [],
    flaky: failure.flaky,
    durationMs: located.durationMs ?? null,
    verdict,
    incident,
    fingerprint: judged.fingerprint,
    attempts: failure.attempts,
    attemptsComplete: located.attemptsComplete,
    evidence: failure.evidence ?? [],
    machine,
    ...judged.notes,
  };
};

const compare = (left: string | number, right: string | number): number =>
  left < right ? -1 : left > right ? 1 : 0;

const byPlace = (left: Judged, right: Judged): number =>
  compare(left.failure.file ?? '', right.failure.file ?? '') ||
  compare(left.position.line ?? 0, right.position.line ?? 0) ||
  compare(left.id, right.id);

/**
 * Masks, classifies and groups: from what failed to rows and incidents. Each failure is classified once. A failure
 * that cannot be judged is a gap, and does not take the others with it.
 */
export const judgeFailures = (
  located: readonly LocatedFailure[],
  mask: Mask,
  options: ResolvedReporterOptions,
  guard: Guard,
  knowledge: Knowledge = NO_KNOWLEDGE,
): Judgement => {
  const taken = new Set<string>();
  const masks = { text: mask, stack: createStackMask(mask) };
  const judgeAll = (some: readonly LocatedFailure[]): readonly Judged[] =>
    some.flatMap(
      (one) => guard('A failure could not be judged', () => judge(one, masks, options, taken, guard)) ?? [],
    );
  const uncaught = new UncaughtErrors();
  const besideTests = judgeAll(located.filter(({ failure }) => failure.kind === 'unhandled'));
  for (const one of besideTests) uncaught.add(one);
  const others = judgeAll(
    located.filter(({ failure }) => failure.kind !== 'unhandled').map((one) => uncaught.tell(one)),
  );
  const alone = [...besideTests, ...others].sort(byPlace);
  const histories =
    guard('The history could not be read', () => knowledge.histories(alone.map(placeOf))) ?? [];
  const judged =
    guard('What is known of failures could not be applied', () =>
      alone.map((one, index) => withKnowledge(one, knowledge, histories[index])),
    ) ?? alone;
  const { incidents, incidentOf } = groupIncidents(judged);
  const byRunnerId = new Map<string, ReportFailure>();
  const failures = judged.map((one) => {
    const row = toRow(one, incidentOf.get(one.id) ?? '');
    if (one.located.runnerId !== undefined) byRunnerId.set(one.located.runnerId, row);
    return row;
  });
  return { failures, incidents, byRunnerId };
};
