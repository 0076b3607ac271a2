import { errorLine } from '../error-line.js';
import { duration, failureName, place } from '../phrases.js';
import type { ReportFailure } from '../report.js';
import { block, element } from './element.js';
import { failureDetails } from './failure-details.js';
import { type Later, later } from './later.js';
import { categoryLabel } from './verdict-line.js';

/**
 * A failure in a list: what failed, where, and what the error says; the rest when it is opened.
 * @param isAlone whether it is shown without its incident
 * @param root the project's folder as stacks print it
 */
export const failureRow = (failure: ReportFailure, isAlone: boolean, root?: string): Later => {
  const { id, durationMs, attempts, flaky, quarantine } = failure;
  const said = errorLine(failure);
  const where = place(failure);
  const marks = [
    durationMs === null ? '' : duration(durationMs),
    attempts.length > 1 ? `${attempts.length} attempts` : '',
    flaky ? 'passed on retry' : '',
    quarantine?.expired === false ? 'in quarantine' : '',
  ].filter((mark) => mark !== '');
  const summary = element(
    'summary',
    {},
    block(
      'span',
      'row-head',
      isAlone ? categoryLabel(failure.verdict.category) : undefined,
      block('span', 'name', failureName(failure)),
      ...marks.map((mark) => block('span', 'mark', mark)),
    ),
    where === '' ? undefined : block('span', 'row-place', where),
    said === '' ? undefined : block('span', 'said', said),
  );
  return later({ class: 'failure', id }, summary, () => failureDetails(failure, isAlone, root));
};
