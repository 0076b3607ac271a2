import { decidingError } from '../classify/deciding-error.js';
import { KEPT_DIRECTORY, keptDirectories } from './kept-directory.js';
import { noteLines } from './note-lines.js';
import {
  count,
  duration,
  failureName,
  percent,
  place,
  runLine,
  settingsLine,
  verdictLine,
} from './phrases.js';
import { productPlace } from './product-place.js';
import type { Incident, PassRate, Report, ReportFailure } from './report.js';
import { skipLine } from './skip-lines.js';
import { staleQuarantineLine } from './stale-quarantine-line.js';
import { urgencyGroups } from './urgency-groups.js';

const LONGEST_MESSAGE_LINES = 12;
const MOST_FACTS = 8;
const LONGEST_FACT = 300;

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', title, '-'.repeat(title.length), ...lines];

const indented = (text: string, margin: string): readonly string[] => {
  const lines = text.split(/\r\n|\r|\n/);
  const kept = lines.slice(0, LONGEST_MESSAGE_LINES).map((line) => `${margin}${line}`.trimEnd());
  const more = lines.length - kept.length;
  return more > 0 ? [...kept, `${margin}… ${count(more, 'line')} more in report.json`] : kept;
};

/** What tests and fixtures recorded beside the failure, a line each. */
const factLines = ({ evidence }: ReportFailure): readonly string[] => {
  const others = evidence.filter(({ name }) => name !== KEPT_DIRECTORY);
  const lines = others.slice(0, MOST_FACTS).map(({ name, data }) => {
    const text = JSON.stringify(data);
    return `      ${name}: ${text.length > LONGEST_FACT ? `${text.slice(0, LONGEST_FACT)}…` : text}`;
  });
  const more = others.length - lines.length;
  return more > 0 ? [...lines, `      … ${count(more, 'fact')} more in report.json`] : lines;
};

const failureLines = (failure: ReportFailure): readonly string[] => {
  const { attempts, durationMs, flaky, kind, attemptsComplete } = failure;
  const details = [
    kind,
    ...(durationMs === null ? [] : [duration(durationMs)]),
    ...(attempts.length > 1 ? [`${attempts.length} attempts${flaky ? ', passed on the last' : ''}`] : []),
    ...(attemptsComplete ? [] : ['errors of earlier attempts are not known']),
  ].join(', ');
  const error = decidingError({ attempts });
  const name = error?.name === undefined || error.message.startsWith(error.name) ? '' : `${error.name}: `;
  return [
    `  - ${[place(failure), failureName(failure)].filter((part) => part !== '').join('  ')} (${details})`,
    ...(error === undefined ? [] : indented(`${name}${error.message}`, '      ')),
    ...noteLines(failure).map((line) => `      ${line}`),
    ...keptDirectories(failure.evidence).map(
      ({ path, days }) =>
        `      its directory is kept${days === null ? '' : ` for ${count(days, 'day')}`}: ${path}`,
    ),
    ...factLines(failure),
  ];
};

const incidentLines = (incident: Incident, byId: ReadonlyMap<string, ReportFailure>): readonly string[] => {
  const failures = incident.failures.flatMap((id) => byId.get(id) ?? []);
  const code = productPlace(failures);
  return [
    '',
    `${incident.title.replace(/\s+/g, ' ')}  [${incident.id}]`,
    `  ${incident.category} ${incident.cause}, priority ${incident.priority}, ${incident.standing} (${percent(incident.confidence)}), ${count(incident.failures.length, 'failure')}`,
    `  why: ${incident.why}`,
    ...(code === undefined ? [] : [`  code: ${code}`]),
    ...incident.advice.map((step, index) => `  ${index === 0 ? 'next:' : '     '} ${step}`),
    ...failures.flatMap(failureLines),
  ];
};

const rates = (list: readonly PassRate[]): readonly string[] =>
  list.map(
    ({ name, passed, failed, rate }) =>
      `${percent(rate).padStart(8)}  ${name}  (${passed} of ${passed + failed})`,
  );

/** report.txt: the whole inventory for a person to read. */
export const renderText = (report: Report): string => {
  const { run, totals, incidents, failures, categories, timeouts, gaps } = report;
  const { leftBehind = [], skips = [], staleQuarantine = [] } = report;
  const byId = new Map(failures.map((failure) => [failure.id, failure]));
  const flaky = incidents.filter((incident) => incident.flaky);
  const list = (some: readonly Incident[]) => some.flatMap((incident) => incidentLines(incident, byId));
  const executed = totals.passed + totals.failed;
  const lines = [
    `Holdfast report: ${verdictLine(report)}`,
    runLine(run),
    ...(run.settings === undefined ? [] : [`Settings: ${settingsLine(run.settings)}`]),
    `Started ${run.startedAt}, run ${run.id}${run.seed === undefined ? '' : `, seed ${run.seed}`}`,
    ...(totals.passRate === null ? [] : [`Pass rate ${percent(totals.passRate)}`]),
    ...urgencyGroups(incidents).flatMap(({ title, incidents: some }) => section(title, list(some))),
    ...section('Flaky: passed only on retry', list(flaky)),
    ...section(
      'Failures by category',
      categories.flatMap(({ category, description, failures: number, share, causes }) => [
        `${category}: ${number} (${percent(share)} of all failures). ${description}`,
        ...causes.map((cause) => `  ${String(cause.failures).padStart(6)}  ${cause.cause}`),
      ]),
    ),
    ...section(
      'Tests without a failure of the category',
      executed === 0
        ? []
        : [...categories]
            .reverse()
            .map(
              ({ category, failures: number }) =>
                `${percent(Math.max(0, 1 - number / executed)).padStart(8)}  ${category}`,
            ),
    ),
    ...section('Pass rate by folder', rates(report.folders)),
    ...section('Pass rate by area', rates(report.areas)),
    ...section(
      'Slowest phases of timed-out tests',
      timeouts.map(({ failure, phase, durationMs, limitMs }) => {
        const row = byId.get(failure);
        const took = durationMs === null ? 'unknown time' : duration(durationMs);
        const limit = limitMs === null ? '' : ` of ${duration(limitMs)}`;
        return `${took}${limit} in ${phase}  ${row === undefined ? failure : [place(row), failureName(row)].join('  ')}`;
      }),
    ),
    ...section(
      'Left behind by tests',
      leftBehind.map(
        ({ title, file, what, change, place: line }) =>
          `${[file, title.join(' > ')].join('  ')}: ${what}${change === undefined ? '' : ` ${change}`}${line === undefined ? '' : ` (${line})`}`,
      ),
    ),
    ...section('Skipped for a reason', skips.map(skipLine)),
    ...section('Quarantine to tidy', staleQuarantine.map(staleQuarantineLine)),
    ...section(
      'What this report does not know',
      gaps.map((gap) => `- ${gap.replace(/\s+/g, ' ')}`),
    ),
  ];
  return `${lines.join('\n')}\n`;
};
