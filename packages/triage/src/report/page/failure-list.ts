import { count } from '../phrases.js';
import type { ReportFailure } from '../report.js';
import { element } from './element.js';
import { failureRow } from './failure-row.js';
import { pagedList } from './paged-list.js';
import { type FailureOrder, sortFailures } from './sort-order.js';

const PAGE_SIZE = 100;

/** Failures one by one, apart from their incidents. */
export const failureList = (
  failures: readonly ReportFailure[],
  order: FailureOrder,
  root?: string,
): HTMLElement =>
  element(
    'section',
    { class: 'group', id: 'failures', 'aria-labelledby': 'failures-title' },
    element('h2', { id: 'failures-title' }, count(failures.length, 'failure')),
    pagedList(
      sortFailures(failures, order),
      (failure) => failureRow(failure, true, root).element,
      'failure',
      PAGE_SIZE,
    ).element,
  );
