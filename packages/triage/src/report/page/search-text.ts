import type { ErrorSnapshot } from '@holdfast/journal';
import { failureName } from '../phrases.js';
import type { Incident, ReportFailure } from '../report.js';

/** Of each message, so that a long diff does not make the search slow. */
const MOST_OF_A_MESSAGE = 2_000;
const DEEPEST = 4;

const innerErrors = ({ cause, errors = [] }: ErrorSnapshot): readonly ErrorSnapshot[] => [
  ...(cause === undefined ? [] : [cause]),
  ...errors,
];

const errorWords = (error: ErrorSnapshot, depth = 0): string =>
  [
    error.name ?? '',
    error.code ?? '',
    error.message.slice(0, MOST_OF_A_MESSAGE),
    ...(depth >= DEEPEST ? [] : innerErrors(error).map((inner) => errorWords(inner, depth + 1))),
  ].join(' ');

/** All that is searched of a failure, in lower case. */
export const searchText = (failure: ReportFailure, incident: Incident | undefined): string =>
  [
    failureName(failure),
    failure.file,
    failure.project,
    failure.area,
    ...failure.tags,
    failure.id,
    failure.fingerprint,
    failure.verdict.category,
    failure.verdict.cause,
    failure.verdict.why,
    incident?.title,
    incident?.id,
    ...failure.attempts.flatMap(({ errors }) => errors.map((error) => errorWords(error))),
  ]
    .join('\n')
    .toLowerCase();
