import { findArea } from '../classify/area.js';
import { classify } from '../classify/classify.js';
import type { Failure } from '../failure.js';
import { fingerprint } from '../fingerprint/fingerprint.js';
import { groupIncidents } from '../incident/group-incidents.js';
import type { JudgedFailure } from '../incident/judged-failure.js';
import type { Mask } from '../mask/create-mask.js';
import { type Masks, maskFailure } from '../mask/mask-failure.js';
import { createStackMask } from '../mask/mask-stack.js';
import type { Incident, ReportFailure } from '../report/report.js';
import { stableId } from '../report/stable-id.js';
import type { ResolvedReporterOptions } from '../settings/resolved-reporter-options.js';
import { locateLine, type Position } from './locate-line.js';
import type { LocatedFailure } from './located-failure.js';

export interface Judgement {
  readonly failures: readonly ReportFailure[];
  readonly incidents: readonly Incident[];
  readonly byRunnerId: ReadonlyMap<string, ReportFailure>;
}

interface Judged extends JudgedFailure {
  readonly located: LocatedFailure;
  readonly position: Position;
  readonly area: string | null;
}

const idOf = ({ failure, occurrence }: LocatedFailure, taken: Set<string>): string => {
  const { kind, project = '', file = '', title } = failure;
  const key = [kind, project, file, ...title, occurrence].join('\0');
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
): Judged => {
  const masked = maskFailure(located.failure, masks);
  const position = locateLine({ ...located, failure: masked });
  const failure = masked as { -readonly [K in keyof Failure]: Failure[K] };
  if (position.line !== null) failure.line = position.line;
  if (position.column !== null) failure.column = position.column;
  const area = options.areas.length === 0 ? undefined : findArea(failure, options.areas);
  return {
    id: idOf({ ...located, failure }, taken),
    failure,
    verdict: classify(failure, { rules: options.rules, areas: options.areas }),
    fingerprint: fingerprint(failure),
    ...(area?.priority === undefined ? {} : { areaPriority: area.priority }),
    located,
    position,
    area: area?.name ?? null,
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
  };
};

const compare = (left: string | number, right: string | number): number =>
  left < right ? -1 : left > right ? 1 : 0;

const byPlace = (left: Judged, right: Judged): number =>
  compare(left.failure.file ?? '', right.failure.file ?? '') ||
  compare(left.position.line ?? 0, right.position.line ?? 0) ||
  compare(left.id, right.id);

/** Masks, classifies and groups: from what failed to rows and incidents. Each failure is classified once. */
export const judgeFailures = (
  located: readonly LocatedFailure[],
  mask: Mask,
  options: ResolvedReporterOptions,
): Judgement => {
  const taken = new Set<string>();
  const masks = { text: mask, stack: createStackMask(mask) };
  const judged = located.map((one) => judge(one, masks, options, taken)).sort(byPlace);
  const { incidents, incidentOf } = groupIncidents(judged);
  const byRunnerId = new Map<string, ReportFailure>();
  const failures = judged.map((one) => {
    const row = toRow(one, incidentOf.get(one.id) ?? '');
    if (one.located.runnerId !== undefined) byRunnerId.set(one.located.runnerId, row);
    return row;
  });
  return { failures, incidents, byRunnerId };
};
