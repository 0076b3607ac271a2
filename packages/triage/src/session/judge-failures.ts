import { findArea } from '../classify/area.js';
import { classifyDigest } from '../classify/classify.js';
import { Digest } from '../classify/digest.js';
import { cleanPath } from '../classify/stack/parse-frame.js';
import type { Failure } from '../failure.js';
import { fingerprintOf } from '../fingerprint/fingerprint.js';
import { normaliseMessage } from '../fingerprint/normalise-message.js';
import { groupIncidents } from '../incident/group-incidents.js';
import type { Mask } from '../mask/create-mask.js';
import { type Masks, maskFailure } from '../mask/mask-failure.js';
import { createStackMask } from '../mask/mask-stack.js';
import { remember } from '../memory/remember.js';
import type { Incident, ReportFailure } from '../report/report.js';
import { stableId } from '../report/stable-id.js';
import type { ResolvedReporterOptions } from '../settings/resolved-reporter-options.js';
import type { Verdict } from '../verdict.js';
import { applyKnowledge, type Knowledge, NO_KNOWLEDGE, type WithNotes } from './apply-knowledge.js';
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

interface Judged extends WithNotes {
  readonly located: LocatedFailure;
  readonly position: Position;
  readonly area: string | null;
}

const NO_NOTES: WithNotes['notes'] = {};

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

/** One dead service gives the same message many times. */
const REMEMBERED = { most: 512, longest: 512 };

/** What is made once for all failures of a run. */
interface Tools {
  readonly masks: Masks;
  readonly normalise: (message: string) => string;
  readonly profile: Failure['profile'];
}

const judge = (
  located: LocatedFailure,
  { masks, normalise, profile }: Tools,
  options: ResolvedReporterOptions,
  taken: Set<string>,
  guard: Guard,
): Judged => {
  const masked = maskFailure(located.failure, masks);
  // In the stack as it was: a mask may have hidden a folder of the path.
  const position = locateLine(located);
  const failure = masked as { -readonly [K in keyof Failure]: Failure[K] };
  if (profile !== undefined) failure.profile = profile;
  if (position.line !== null) failure.line = position.line;
  if (position.column !== null) failure.column = position.column;
  const area = options.areas.length === 0 ? undefined : findArea(failure, options.areas);
  const id = idOf(failure, located.occurrence, taken);
  const digest = new Digest(failure, rootOf(located));
  const judged = {
    id,
    failure,
    verdict: guard('A failure could not be classified', () => classifyDigest(digest, options)) ?? NO_VERDICT,
    fingerprint: guard('A failure has no fingerprint', () => fingerprintOf(digest, normalise)) ?? id,
    located,
    position,
    area: area?.name ?? null,
    notes: NO_NOTES,
  };
  return area?.priority === undefined ? judged : { ...judged, areaPriority: area.priority };
};

/** The project's folder as stacks print it. */
const rootOf = ({ path, failure: { file } }: LocatedFailure): string | undefined => {
  if (path === undefined || !file) return undefined;
  const clean = cleanPath(path);
  return clean.endsWith(`/${file}`) ? clean.slice(0, -file.length) : undefined;
};

const machineOf = ({ attempts }: Failure): ReportFailure['machine'] => {
  for (let index = attempts.length - 1; index >= 0; index -= 1) {
    const machine = attempts[index]?.machine;
    if (machine !== undefined) return machine;
  }
  return null;
};

const toRow = (judged: Judged, incident: string): ReportFailure => {
  const { id, failure, verdict, located, position, area } = judged;
  const row: ReportFailure = {
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
    machine: machineOf(failure),
  };
  return judged.notes === NO_NOTES ? row : { ...row, ...judged.notes };
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
 * @param profile what the machine was able to do when the run began
 */
export const judgeFailures = (
  located: readonly LocatedFailure[],
  mask: Mask,
  options: ResolvedReporterOptions,
  guard: Guard,
  knowledge: Knowledge = NO_KNOWLEDGE,
  profile?: Failure['profile'],
): Judgement => {
  const taken = new Set<string>();
  const tools = {
    masks: { text: mask, stack: createStackMask(mask) },
    normalise: remember(normaliseMessage, REMEMBERED),
    profile,
  };
  const judgeAll = (some: readonly LocatedFailure[]): readonly Judged[] =>
    some.flatMap(
      (one) => guard('A failure could not be judged', () => judge(one, tools, options, taken, guard)) ?? [],
    );
  const uncaught = new UncaughtErrors();
  const besideTests = judgeAll(located.filter(({ failure }) => failure.kind === 'unhandled'));
  for (const one of besideTests) uncaught.add(one);
  const others = judgeAll(
    located.filter(({ failure }) => failure.kind !== 'unhandled').map((one) => uncaught.tell(one)),
  );
  const alone = [...besideTests, ...others].sort(byPlace);
  const judged = applyKnowledge(alone, knowledge, guard);
  const { incidents, incidentOf } = groupIncidents(judged);
  const byRunnerId = new Map<string, ReportFailure>();
  const failures = judged.map((one) => {
    const row = toRow(one, incidentOf.get(one.id) ?? '');
    if (one.located.runnerId !== undefined) byRunnerId.set(one.located.runnerId, row);
    return row;
  });
  return { failures, incidents, byRunnerId };
};
