import { count, thousands } from '../phrases.js';
import type { Incident, ReportFailure } from '../report.js';
import { SECTION_TITLE } from '../section-title.js';
import { urgencyGroups } from '../urgency-groups.js';
import { block, element } from './element.js';
import { IncidentCard } from './incident-card.js';
import { type PagedList, pagedList } from './paged-list.js';
import type { ReportIndex } from './report-index.js';
import { type IncidentOrder, sortIncidents } from './sort-order.js';

const PAGE_SIZE = 50;

/** An incident with those of its failures that a reader wants to see. */
export interface SeenIncident {
  readonly incident: Incident;
  readonly failures: readonly ReportFailure[];
}

interface Group {
  /** For a link inside the page. */
  readonly id: string;
  readonly title: string;
  readonly incidents: readonly Incident[];
}

const idOf = (title: string): string => title.toLowerCase().replace(/[^a-z]+/g, '-');

const flakyGroup = (incidents: readonly Incident[]): readonly Group[] => {
  const flaky = incidents.filter((incident) => incident.flaky);
  return flaky.length === 0 ? [] : [{ id: 'flaky', title: SECTION_TITLE.flaky, incidents: flaky }];
};

/** The groups that the terminal shows, then what passed on retry. */
export const groupsOf = (incidents: readonly Incident[]): readonly Group[] => [
  ...urgencyGroups(incidents).map((group) => ({ ...group, id: idOf(group.title) })),
  ...flakyGroup(incidents),
];

/** The incidents of a report, in groups; what is open stays open when a reader looks for something else. */
export class IncidentList {
  readonly element = block('div', 'incidents');
  readonly #index: ReportIndex;
  readonly #cards = new Map<string, IncidentCard>();
  #lists: readonly { readonly incidents: readonly Incident[]; readonly list: PagedList }[] = [];

  constructor(index: ReportIndex) {
    this.#index = index;
  }

  show(seen: readonly SeenIncident[], order: IncidentOrder): void {
    for (const { incident, failures } of seen) this.#cards.get(incident.id)?.show(failures);
    const failuresOf = new Map(seen.map(({ incident, failures }) => [incident.id, failures]));
    const incidents = seen.map(({ incident }) => incident);
    const groups: readonly Group[] =
      order === 'urgency'
        ? groupsOf(incidents)
        : [
            {
              id: 'all',
              title: 'All incidents',
              incidents: sortIncidents(incidents, order, (id) => this.#index.failure(id)),
            },
          ];
    this.#lists = groups.map((group) => ({
      incidents: group.incidents,
      list: pagedList(
        group.incidents,
        (incident) => this.#card(incident, failuresOf.get(incident.id) ?? []).element,
        'incident',
        PAGE_SIZE,
      ),
    }));
    this.element.replaceChildren(
      ...groups.map(({ id, title, incidents: some }, index) =>
        element(
          'section',
          { class: 'group', id, 'aria-labelledby': `${id}-title` },
          element(
            'h2',
            { id: `${id}-title` },
            title,
            ' ',
            element(
              'span',
              { class: 'number', 'aria-label': count(some.length, 'incident') },
              thousands(some.length),
            ),
          ),
          this.#lists[index]?.list.element,
        ),
      ),
    );
  }

  /** The card of an incident that is shown; undefined where it is not among them. */
  reveal(id: string): IncidentCard | undefined {
    for (const { incidents, list } of this.#lists) {
      const at = incidents.findIndex((incident) => incident.id === id);
      if (at < 0) continue;
      list.reveal(at);
      return this.#cards.get(id);
    }
    return undefined;
  }

  #card(incident: Incident, failures: readonly ReportFailure[]): IncidentCard {
    const known =
      this.#cards.get(incident.id) ??
      new IncidentCard(incident, this.#index.failuresOf(incident), this.#index.root);
    known.show(failures);
    this.#cards.set(incident.id, known);
    return known;
  }
}
