import { noteLines } from '../note-lines.js';
import { duration } from '../phrases.js';
import type { ReportFailure } from '../report.js';
import { attemptList } from './attempt-list.js';
import { block, element } from './element.js';
import { factBlock, machineFacts, pairs } from './fact-list.js';
import { titledPart } from './titled-part.js';
import { adviceList, verdictEvidence } from './verdict-evidence.js';
import { verdictLine } from './verdict-line.js';

/** How long it took, beside the limit of its last attempt. */
const timeOf = ({ durationMs, attempts }: ReportFailure): string => {
  if (durationMs === null) return '';
  const limit = attempts.at(-1)?.limitMs;
  return limit === undefined ? duration(durationMs) : `${duration(durationMs)}, limit ${duration(limit)}`;
};

/** What else is known of a row, for whoever looks it up elsewhere. */
const particulars = (failure: ReportFailure): HTMLElement =>
  pairs([
    ['kind', failure.kind],
    ['took', timeOf(failure)],
    ['project', failure.project ?? ''],
    ['area', failure.area ?? ''],
    ['tags', failure.tags.join(', ')],
    ['machine', machineFacts(failure.machine)],
    ['fingerprint', block('code', 'id', failure.fingerprint)],
    ['id', block('code', 'id', failure.id)],
    ['in the terminal', block('code', 'id', `npx holdfast explain ${failure.id}`)],
  ]);

/**
 * Everything that is known of a failure.
 * @param isAlone whether it is shown without its incident: then its verdict is said too
 * @param root the project's folder as stacks print it
 */
export const failureDetails = (
  failure: ReportFailure,
  isAlone: boolean,
  root?: string,
): readonly HTMLElement[] => {
  const { verdict, evidence } = failure;
  const notes = noteLines(failure);
  return [
    ...(isAlone ? [verdictLine(verdict), element('p', { class: 'why' }, verdict.why)] : []),
    attemptList(failure, root),
    ...(notes.length === 0
      ? []
      : [
          titledPart('Known from before', element('ul', {}, ...notes.map((note) => element('li', {}, note)))),
        ]),
    ...(evidence.length === 0 ? [] : [titledPart('Recorded beside it', ...evidence.map(factBlock))]),
    ...(isAlone && verdict.advice.length > 0
      ? [titledPart('What to do next', adviceList(verdict.advice))]
      : []),
    ...(isAlone ? [titledPart('Evidence', verdictEvidence(verdict.evidence))] : []),
    titledPart('Particulars', particulars(failure)),
  ];
};
