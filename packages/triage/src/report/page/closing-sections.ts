import { duration, failureName, percent, place, thousands } from '../phrases.js';
import type { CategorySummary, LeftBehind, PassRate, TimedOutPhase } from '../report.js';
import { SECTION_TITLE } from '../section-title.js';
import { skipLine } from '../skip-lines.js';
import { staleQuarantineLine } from '../stale-quarantine-line.js';
import { block, type Child, element } from './element.js';
import type { ReportIndex } from './report-index.js';
import { longTable, table } from './table.js';
import { categoryLabel } from './verdict-line.js';

/** A part of the page below the incidents. */
export interface ClosingSection {
  readonly id: string;
  readonly title: string;
  readonly content: HTMLElement;
}

/** Never broken into two lines. */
const figure = (text: string): HTMLElement => block('span', 'figure', text);

const share = (part: number): HTMLElement => {
  const meter = element('span', { class: 'meter', 'aria-hidden': 'true' }, block('span', 'filled'));
  meter.style.setProperty('--share', String(part));
  return meter;
};

const categoryTable = (categories: readonly CategorySummary[]): HTMLElement =>
  table(
    SECTION_TITLE.categories,
    ['Category', 'Failures', 'Share', 'Causes', 'What it means'],
    categories.map(({ category, failures, share: part, causes, description }) => [
      categoryLabel(category),
      thousands(failures),
      figure(percent(part)),
      causes.map(({ cause, failures: number }) => `${cause} ${thousands(number)}`).join(', '),
      description,
    ]),
  );

const rateTable = (title: string, column: string, rates: readonly PassRate[]): HTMLElement =>
  longTable(
    title,
    [column, 'Pass rate', '', 'Tests'],
    // Best to worst in the report; on a page the worst is looked for.
    [...rates]
      .reverse()
      .map(({ name, passed, failed, rate }) => [
        block('code', 'place', name),
        figure(percent(rate)),
        share(rate),
        `${thousands(passed)} of ${thousands(passed + failed)}`,
      ]),
  );

const timeoutRow = (
  { failure: id, phase, durationMs, limitMs }: TimedOutPhase,
  index: ReportIndex,
): Child[] => {
  const failure = index.failure(id);
  return [
    figure(durationMs === null ? 'unknown' : duration(durationMs)),
    figure(limitMs === null ? '' : duration(limitMs)),
    phase,
    failure === undefined
      ? id
      : element('a', { href: `#${id}` }, [place(failure), failureName(failure)].join('  ').trim()),
  ];
};

const timeoutTable = (timeouts: readonly TimedOutPhase[], index: ReportIndex): HTMLElement =>
  longTable(
    SECTION_TITLE.timeouts,
    ['Took', 'Limit', 'Phase', 'Test'],
    timeouts.map((timeout) => timeoutRow(timeout, index)),
  );

const leftBehindRow = ({ file, title, what, change, place: line }: LeftBehind): Child[] => [
  what,
  change ?? '',
  line === undefined ? '' : block('code', 'place', line),
  `${file}  ${title.join(' > ')}`,
];

const leftBehindTable = (things: readonly LeftBehind[]): HTMLElement =>
  longTable(SECTION_TITLE.leftBehind, ['What', 'Change', 'Opened at', 'Test'], things.map(leftBehindRow));

const list = (lines: readonly string[]): HTMLElement =>
  element('ul', { class: 'lines' }, ...lines.map((line) => element('li', {}, line)));

/** What the report tells besides its incidents; parts that would be empty are left out. */
export const closingSections = (index: ReportIndex): readonly ClosingSection[] => {
  const {
    categories,
    folders,
    areas,
    timeouts,
    leftBehind = [],
    skips = [],
    staleQuarantine = [],
    gaps,
  } = index.report;
  const sections: readonly (readonly [
    size: number,
    id: string,
    title: string,
    content: () => HTMLElement,
  ])[] = [
    [categories.length, 'categories', SECTION_TITLE.categories, () => categoryTable(categories)],
    [
      folders.length,
      'folders',
      SECTION_TITLE.folders,
      () => rateTable(SECTION_TITLE.folders, 'Folder', folders),
    ],
    [areas.length, 'areas', SECTION_TITLE.areas, () => rateTable(SECTION_TITLE.areas, 'Area', areas)],
    [timeouts.length, 'timeouts', SECTION_TITLE.timeouts, () => timeoutTable(timeouts, index)],
    [leftBehind.length, 'left-behind', SECTION_TITLE.leftBehind, () => leftBehindTable(leftBehind)],
    [skips.length, 'skips', SECTION_TITLE.skips, () => list(skips.map(skipLine))],
    [
      staleQuarantine.length,
      'quarantine',
      SECTION_TITLE.quarantine,
      () => list(staleQuarantine.map(staleQuarantineLine)),
    ],
    [gaps.length, 'gaps', SECTION_TITLE.gaps, () => list(gaps)],
  ];
  return sections.flatMap(([size, id, title, content]) =>
    size === 0 ? [] : [{ id, title, content: content() }],
  );
};
