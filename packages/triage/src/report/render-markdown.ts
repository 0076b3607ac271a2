import { flatText } from './flat-text.js';
import { markdownTable } from './markdown-table.js';
import { incidentNotes, noteLines } from './note-lines.js';
import { count, failureName, percent, place, runLine, verdictLine } from './phrases.js';
import type { Incident, PassRate, Report, ReportFailure } from './report.js';
import { SECTION_TITLE } from './section-title.js';
import { skipLine } from './skip-lines.js';
import { staleQuarantineLine } from './stale-quarantine-line.js';
import { firstOfGroups, urgencyGroups } from './urgency-groups.js';

const LONGEST_TEXT = 240;
const MOST_INCIDENTS = 50;
const MOST_FLAKY = 50;

/**
 * Characters that Markdown, HTML or GitHub (mentions, references, formulas, emoji) would act on inside a line. A
 * colon counts only where it could open an emoji or a link: places such as `a.test.ts:12` stay readable.
 */
const MARKUP = /[&<>@#`*_~|\\[\]$]|:(?=[a-z+/-])/gi;

/**
 * A text of unknown origin that shows as itself inside a paragraph or a table cell: every character that could
 * open markup, a tag, a mention, a reference or a link becomes an entity.
 */
export const safeMarkdown = (text: string): string => {
  const flat = flatText(text);
  const short = flat.length > LONGEST_TEXT ? `${[...flat.slice(0, LONGEST_TEXT)].join('')}…` : flat;
  return short
    .replace(MARKUP, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/\b(www|https?|ftp)(?=\.|&#58;)/gi, (word) => `&#${word.charCodeAt(0)};${word.slice(1)}`)
    .replace(/^(\d+)\./, '$1&#46;');
};

const where = (failure: ReportFailure | undefined): string =>
  failure === undefined
    ? ''
    : [place(failure), failureName(failure)]
        .filter((part) => part !== '')
        .map(safeMarkdown)
        .join(' ');

const membersOf = (
  { failures }: Incident,
  byId: ReadonlyMap<string, ReportFailure>,
): readonly ReportFailure[] => failures.flatMap((id) => byId.get(id) ?? []);

const incidentRow = (incident: Incident, byId: ReadonlyMap<string, ReportFailure>): readonly string[] => [
  incident.priority,
  [
    `**${safeMarkdown(incident.title)}**`,
    safeMarkdown(incident.why),
    ...incidentNotes(membersOf(incident, byId)).map((note) => `*${safeMarkdown(note)}*`),
  ].join('<br>'),
  `${incident.category}<br>${incident.cause}`,
  incident.standing,
  String(incident.failures.length),
  where(byId.get(incident.failures[0] ?? '')),
  safeMarkdown(incident.advice[0] ?? ''),
];

const HEAD = [
  'Priority',
  'Incident',
  'Category and cause',
  'Standing',
  'Failures',
  'First of them',
  'What to do next',
];

const rateRows = (rates: readonly PassRate[]): readonly (readonly string[])[] =>
  rates.map(({ name, passed, failed, rate }) => [
    safeMarkdown(name),
    percent(rate),
    `${passed} of ${passed + failed}`,
  ]);

const titled = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `### ${title}`, ...lines];

const bullets = (sentences: readonly string[]): readonly string[] =>
  sentences.length === 0 ? [] : ['', ...sentences.map((sentence) => `- ${safeMarkdown(sentence)}`)];

/** summary.md: what a pull request shows. Safe against markup in titles and messages. */
export const renderMarkdown = (report: Report): string => {
  const { incidents, failures, categories, skips = [], staleQuarantine = [], gaps } = report;
  const byId = new Map(failures.map((failure) => [failure.id, failure]));
  const { shown, hidden } = firstOfGroups(urgencyGroups(incidents), MOST_INCIDENTS);
  const flaky = failures.filter((failure) => failure.flaky);
  const rows = (some: readonly Incident[]) => some.map((incident) => incidentRow(incident, byId));
  const lines = [
    `## Holdfast: ${safeMarkdown(verdictLine(report))}`,
    '',
    safeMarkdown(runLine(report.run)),
    ...shown.flatMap(({ title, incidents: some }) => titled(title, markdownTable(HEAD, rows(some)))),
    ...(hidden > 0 ? ['', `And ${count(hidden, 'incident')} more in report.txt.`] : []),
    ...titled(
      SECTION_TITLE.flaky,
      markdownTable(
        ['Test', 'Category and cause', 'Attempts'],
        flaky
          .slice(0, MOST_FLAKY)
          .map((failure) => [
            [where(failure), ...noteLines(failure).map((note) => `*${safeMarkdown(note)}*`)].join('<br>'),
            `${failure.verdict.category}<br>${failure.verdict.cause}`,
            String(failure.attempts.length),
          ]),
      ),
    ),
    ...titled(
      SECTION_TITLE.categories,
      markdownTable(
        ['Category', 'Failures', 'Share', 'What it means'],
        categories.map(({ category, failures: number, share, description }) => [
          category,
          String(number),
          percent(share),
          safeMarkdown(description),
        ]),
      ),
    ),
    ...(failures.length === 0
      ? []
      : titled(
          SECTION_TITLE.folders,
          markdownTable(['Folder', 'Pass rate', 'Tests'], rateRows(report.folders)),
        )),
    ...(failures.length === 0
      ? []
      : titled(SECTION_TITLE.areas, markdownTable(['Area', 'Pass rate', 'Tests'], rateRows(report.areas)))),
    ...titled(SECTION_TITLE.skips, bullets(skips.map(skipLine))),
    ...titled(SECTION_TITLE.quarantine, bullets(staleQuarantine.map(staleQuarantineLine))),
    ...titled(SECTION_TITLE.gaps, bullets(gaps)),
  ];
  return `${lines.join('\n')}\n`;
};
