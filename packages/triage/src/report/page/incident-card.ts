import { count } from '../phrases.js';
import type { Incident, ReportFailure } from '../report.js';
import { block, element } from './element.js';
import { failureDetails } from './failure-details.js';
import { failureRow } from './failure-row.js';
import { incidentLines } from './incident-lines.js';
import { type Later, later } from './later.js';
import { type PagedList, pagedList } from './paged-list.js';
import { titledPart } from './titled-part.js';
import { adviceList, verdictEvidence } from './verdict-evidence.js';
import { verdictLine } from './verdict-line.js';

const PAGE_SIZE = 50;

/** An incident on the page: its verdict in short, and all of its failures once it is opened. */
export class IncidentCard {
  readonly element: HTMLElement;
  readonly #incident: Incident;
  readonly #all: readonly ReportFailure[];
  readonly #root: string | undefined;
  readonly #rows = new Map<string, Later>();
  readonly #failures = block('div', 'members');
  readonly #body: Later;
  readonly #size = block('span', 'size');
  #shown: readonly ReportFailure[];
  #list: PagedList | undefined;
  #isFilled = false;

  /**
   * @param failures of the incident, the most telling one first
   * @param root the project's folder as stacks print it
   */
  constructor(incident: Incident, failures: readonly ReportFailure[], root?: string) {
    this.#root = root;
    this.#incident = incident;
    this.#all = failures;
    this.#shown = failures;
    const { id, title, priority, advice, evidence } = incident;
    const isOne = failures.length === 1;
    const summary = element(
      'summary',
      {},
      isOne ? 'Error, evidence and the rest' : `${count(failures.length, 'failure')}, evidence and the rest`,
    );
    this.#body = later({ class: 'more-of-it' }, summary, () => {
      this.#isFilled = true;
      this.#fill();
      return [
        ...(advice.length > 1 ? [titledPart('What to do next', adviceList(advice))] : []),
        titledPart(isOne ? 'The failure' : 'Its failures', this.#failures),
        titledPart('Evidence for the verdict', verdictEvidence(evidence)),
      ];
    });
    this.element = element(
      'article',
      { class: `incident ${priority}`, id, 'aria-labelledby': `${id}-title`, tabindex: '-1' },
      block(
        'header',
        'incident-head',
        element('h3', { id: `${id}-title` }, title.replace(/\s+/g, ' ')),
        this.#size,
        element('a', { class: 'anchor', href: `#${id}`, 'aria-label': 'Link to this incident' }, '#'),
      ),
      verdictLine(incident),
      incidentLines(incident, failures, root),
      this.#body.element,
    );
    this.#count();
  }

  /** Leaves of its failures only these to be seen. */
  show(failures: readonly ReportFailure[]): void {
    if (failures.length === this.#shown.length && failures.every((one, index) => one === this.#shown[index]))
      return;
    this.#shown = failures;
    this.#count();
    if (this.#isFilled) this.#fill();
  }

  open(): void {
    this.#body.open();
  }

  /** Opens the incident and one of its failures; gives what is to be scrolled to. */
  openFailure(id: string): HTMLElement {
    this.open();
    this.#list?.reveal(this.#shown.findIndex((failure) => failure.id === id));
    const row = this.#rows.get(id);
    row?.open();
    return row?.element ?? document.getElementById(id) ?? this.element;
  }

  #count(): void {
    const total = this.#all.length;
    const seen = this.#shown.length;
    this.#size.textContent =
      total === 1 ? '' : seen === total ? count(total, 'failure') : `${seen} of ${count(total, 'failure')}`;
  }

  #fill(): void {
    const [only] = this.#all;
    if (only !== undefined && this.#all.length === 1) {
      if (this.#failures.childElementCount === 0)
        this.#failures.append(
          element('div', { id: only.id, class: 'only' }, ...failureDetails(only, false, this.#root)),
        );
      return;
    }
    this.#list = pagedList(this.#shown, (failure) => this.#row(failure), 'failure', PAGE_SIZE);
    this.#failures.replaceChildren(this.#list.element);
  }

  #row(failure: ReportFailure): HTMLElement {
    const { category, cause } = failure.verdict;
    const isLikeIncident = category === this.#incident.category && cause === this.#incident.cause;
    const known = this.#rows.get(failure.id) ?? failureRow(failure, !isLikeIncident, this.#root);
    this.#rows.set(failure.id, known);
    return known.element;
  }
}
