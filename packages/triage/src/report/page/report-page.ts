import { count, thousands } from '../phrases.js';
import type { Report } from '../report.js';
import { type ClosingSection, closingSections } from './closing-sections.js';
import { block, element } from './element.js';
import { failureList } from './failure-list.js';
import { filterBy } from './filter.js';
import { FilterBar } from './filter-bar.js';
import { headSection } from './head-section.js';
import { groupsOf, IncidentList, type SeenIncident } from './incident-list.js';
import { noFailuresLine } from './no-failures-line.js';
import { ReportIndex } from './report-index.js';
import { seenLine } from './seen-line.js';

const sectionOf = ({ id, title, content }: ClosingSection): HTMLElement =>
  element(
    'section',
    { class: 'closing', id, 'aria-labelledby': `${id}-title` },
    element('h2', { id: `${id}-title` }, title),
    content,
  );

/** The whole page of a report. */
export class ReportPage {
  readonly element = block('div', 'page');
  readonly #index: ReportIndex;
  readonly #incidents: IncidentList;
  readonly #main = element('main', { id: 'main', tabindex: '-1' });
  readonly #seen = element('span', { role: 'status' });
  readonly #bar: FilterBar;

  constructor(report: Report) {
    this.#index = new ReportIndex(report);
    this.#incidents = new IncidentList(this.#index);
    this.#bar = new FilterBar(report, this.#seen, () => this.#show());
    const closing = closingSections(this.#index);
    const hasFailures = report.failures.length > 0;
    this.element.append(
      ...(hasFailures ? [element('a', { class: 'skip', href: '#main' }, 'To the incidents')] : []),
      headSection(report),
      ...(hasFailures ? [this.#bar.element] : []),
      block(
        'div',
        'columns',
        block('div', 'column', this.#main, ...closing.map(sectionOf)),
        this.#contents(closing),
      ),
      block(
        'footer',
        'foot',
        'Rendered from report.json, which is in this file. It loads nothing and sends nothing.',
      ),
    );
    if (hasFailures) this.#show();
    else this.#main.append(block('p', 'no-failures', noFailuresLine(report)));
  }

  /** Puts the reader where a search begins. */
  focusSearch(): void {
    this.#bar.focus();
  }

  /** Shows the incident or the failure of this id, whatever is filtered; false where the report has none. */
  jump(id: string): boolean {
    const failure = this.#index.failure(id);
    const incident = this.#index.incident(failure?.incident ?? id);
    if (incident === undefined) return false;
    if (this.#bar.wish.view !== 'incidents') this.#bar.showIncidents();
    if (!this.#isSeen(failure?.id, incident.id)) this.#bar.clear();
    const card = this.#incidents.reveal(incident.id);
    if (card === undefined) return false;
    card.open();
    const target = failure === undefined ? card.element : card.openFailure(failure.id);
    target.scrollIntoView({ block: 'start' });
    (target.querySelector<HTMLElement>(':scope > summary') ?? card.element).focus({ preventScroll: true });
    return true;
  }

  #isSeen(failure: string | undefined, incident: string): boolean {
    const seen = this.#wanted().find((one) => one.incident.id === incident);
    return seen !== undefined && (failure === undefined || seen.failures.some(({ id }) => id === failure));
  }

  #wanted(): readonly SeenIncident[] {
    const isWanted = filterBy(this.#bar.wish.filter, (failure) => this.#index.textOf(failure));
    return this.#index.report.incidents
      .map((incident) => ({ incident, failures: this.#index.failuresOf(incident).filter(isWanted) }))
      .filter(({ failures }) => failures.length > 0);
  }

  #show(): void {
    const { filter, view, incidentOrder, failureOrder } = this.#bar.wish;
    const seen = this.#wanted();
    const failures = seen.reduce((sum, one) => sum + one.failures.length, 0);
    this.#seen.textContent = seenLine(seen.length, failures, this.#index.report);
    if (seen.length === 0) {
      this.#main.replaceChildren(block('p', 'nothing', 'No failure is like that.'));
    } else if (view === 'incidents') {
      this.#incidents.show(seen, incidentOrder);
      this.#main.replaceChildren(this.#incidents.element);
    } else {
      const isWanted = filterBy(filter, (failure) => this.#index.textOf(failure));
      this.#main.replaceChildren(
        failureList(this.#index.report.failures.filter(isWanted), failureOrder, this.#index.root),
      );
    }
  }

  #contents(closing: readonly ClosingSection[]): HTMLElement {
    const groups = groupsOf(this.#index.report.incidents);
    const link = (id: string, title: string, size?: number): HTMLElement =>
      element(
        'li',
        {},
        element('a', { href: `#${id}` }, title),
        size === undefined
          ? undefined
          : element('span', { class: 'number', 'aria-label': count(size, 'incident') }, thousands(size)),
      );
    return element(
      'nav',
      { class: 'contents', 'aria-label': 'On this page' },
      element(
        'ul',
        {},
        ...groups.map(({ id, title, incidents }) => link(id, title, incidents.length)),
        ...closing.map(({ id, title }) => link(id, title)),
      ),
    );
  }
}
