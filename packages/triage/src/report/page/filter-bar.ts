import { CATEGORIES, type Category } from '@holdfast/journal';
import type { Priority, Standing } from '../../verdict.js';
import { thousands } from '../phrases.js';
import type { Report } from '../report.js';
import { choice } from './choice.js';
import { block, element } from './element.js';
import { EVERYTHING, type Filter, isEverything } from './filter.js';
import { FAILURE_ORDERS, type FailureOrder, INCIDENT_ORDERS, type IncidentOrder } from './sort-order.js';

/** What is asked for: which failures, in which order, with their incidents or one by one. */
export interface Wish {
  readonly filter: Filter;
  readonly view: 'incidents' | 'failures';
  readonly incidentOrder: IncidentOrder;
  readonly failureOrder: FailureOrder;
}

const STANDINGS: Readonly<Record<Standing | '', string>> = {
  '': 'any',
  proven: 'proven',
  supported: 'supported',
  suspected: 'suspected',
};

const PRIORITIES: Readonly<Record<Priority | '', string>> = {
  '': 'any',
  high: 'high',
  medium: 'medium',
  low: 'low',
};

/** As in style/screens.css. */
const WIDE = '(min-width: 48.01rem)';
const SEARCH_DELAY_MS = 120;
/** More would make the list of suggestions slow, and nobody reads them. */
const MOST_FILES = 1_000;

const field = (label: string, input: HTMLInputElement): HTMLLabelElement =>
  element('label', { class: 'choice' }, element('span', {}, label), input);

/** What a reader chooses with. Tells of each change. */
export class FilterBar {
  readonly element: HTMLElement;
  readonly #changed: () => void;
  readonly #categories = new Map<Category, HTMLButtonElement>();
  readonly #search = element('input', {
    type: 'search',
    id: 'search',
    placeholder: 'title, file, message, cause …',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  readonly #file = element('input', {
    type: 'text',
    list: 'files',
    placeholder: 'part of a path',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  readonly #standing = choice('Standing', STANDINGS, () => this.#changed());
  readonly #priority = choice('Priority', PRIORITIES, () => this.#changed());
  readonly #view = choice('Show', { incidents: 'incidents', failures: 'failures one by one' }, () =>
    this.#changed(),
  );
  readonly #incidentOrder = choice('Order', INCIDENT_ORDERS, () => this.#changed());
  readonly #failureOrder = choice('Order', FAILURE_ORDERS, () => this.#changed());
  readonly #clear = element('button', { type: 'button', class: 'clear' }, 'Show all');

  constructor(report: Report, seen: HTMLElement, changed: () => void) {
    this.#changed = () => {
      this.#arrange();
      changed();
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    for (const input of [this.#search, this.#file]) {
      input.addEventListener('input', () => {
        clearTimeout(timer);
        timer = setTimeout(this.#changed, SEARCH_DELAY_MS);
      });
    }
    this.#clear.addEventListener('click', () => {
      this.clear();
      this.#search.focus();
    });
    this.element = element(
      'section',
      { class: 'filters', 'aria-label': 'Search and filter' },
      block(
        'div',
        'row',
        element(
          'label',
          { class: 'choice wide' },
          element('span', {}, 'Search', ' ', element('kbd', {}, '/')),
          this.#search,
        ),
        this.#further(report),
      ),
      block('div', 'row', this.#chips(report), block('span', 'seen-line', seen, this.#clear)),
    );
    this.#arrange();
  }

  get wish(): Wish {
    const categories = [...this.#categories].filter(([, chip]) => chip.ariaPressed === 'true');
    return {
      filter: {
        text: this.#search.value,
        categories: new Set(categories.map(([category]) => category)),
        standing: this.#standing.value,
        priority: this.#priority.value,
        file: this.#file.value,
      },
      view: this.#view.value,
      incidentOrder: this.#incidentOrder.value,
      failureOrder: this.#failureOrder.value,
    };
  }

  focus(): void {
    this.#search.focus();
    this.#search.select();
  }

  /** Everything is wanted again; order and view stay. */
  clear(): void {
    this.#search.value = EVERYTHING.text;
    this.#file.value = EVERYTHING.file;
    this.#standing.choose(EVERYTHING.standing);
    this.#priority.choose(EVERYTHING.priority);
    for (const chip of this.#categories.values()) chip.ariaPressed = 'false';
    this.#changed();
  }

  showIncidents(): void {
    this.#view.choose('incidents');
    this.#changed();
  }

  /** Folded where the screen is small: there the incidents come first. */
  #further({ failures }: Report): HTMLElement {
    const files = [...new Set(failures.flatMap(({ file }) => file ?? []))].slice(0, MOST_FILES);
    const further = element(
      'details',
      { class: 'further' },
      element('summary', {}, 'Filter and order'),
      block(
        'div',
        'row',
        field('File', this.#file),
        element('datalist', { id: 'files' }, ...files.map((value) => element('option', { value }))),
        this.#standing.element,
        this.#priority.element,
        this.#view.element,
        this.#incidentOrder.element,
        this.#failureOrder.element,
      ),
    );
    const wide = matchMedia(WIDE);
    const fold = (): void => {
      further.open = wide.matches;
    };
    wide.addEventListener('change', fold);
    fold();
    return further;
  }

  #chips({ categories }: Report): HTMLElement {
    for (const category of CATEGORIES) {
      const failures = categories.find((summary) => summary.category === category)?.failures ?? 0;
      if (failures === 0) continue;
      const chip = element(
        'button',
        { type: 'button', class: `chip ${category}`, 'aria-pressed': 'false' },
        category,
        ' ',
        block('span', 'number', thousands(failures)),
      );
      chip.addEventListener('click', () => {
        chip.ariaPressed = chip.ariaPressed === 'true' ? 'false' : 'true';
        this.#changed();
      });
      this.#categories.set(category, chip);
    }
    return element(
      'div',
      { class: 'chips', role: 'group', 'aria-label': 'Categories' },
      ...this.#categories.values(),
    );
  }

  /** Each view has an order of its own. */
  #arrange(): void {
    const isIncidents = this.#view.value === 'incidents';
    this.#incidentOrder.element.hidden = !isIncidents;
    this.#failureOrder.element.hidden = isIncidents;
    this.#clear.hidden = isEverything(this.wish.filter);
  }
}
