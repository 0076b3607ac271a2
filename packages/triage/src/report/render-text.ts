import { failureText } from './failure-text.js';
import {
  count,
  duration,
  failureName,
  percent,
  place,
  runLine,
  settingsLine,
  verdictLine,
  verdictName,
} from './phrases.js';
import { productPlace } from './product-place.js';
import type { Incident, LeftBehind, PassRate, Report, ReportFailure } from './report.js';
import { reportRoot } from './report-root.js';
import { SECTION_TITLE } from './section-title.js';
import { skipLine } from './skip-lines.js';
import { staleQuarantineLine } from './stale-quarantine-line.js';
import { urgencyGroups } from './urgency-groups.js';

/** Takes the next part of a text. */
type Write = (part: string) => void;

const writeTitle = (title: string, write: Write): void => write(`\n${title}\n${'-'.repeat(title.length)}\n`);

const writeSection = (title: string, lines: readonly string[], write: Write): void => {
  if (lines.length === 0) return;
  writeTitle(title, write);
  for (const line of lines) write(`${line}\n`);
};

const incidentHead = (incident: Incident) =>
  `\n${incident.title.replace(/\s+/g, ' ')}  [${incident.id}]
  ${verdictName(incident)}, priority ${incident.priority}, ${incident.standing} (${percent(incident.confidence)}), ${count(incident.failures.length, 'failure')}
  why: ${incident.why}\n`;

/** The failures of a report, and the project's folder as their stacks print it. */
interface Rows {
  readonly byId: ReadonlyMap<string, ReportFailure>;
  readonly root: string | undefined;
}

const writeIncidents = (
  title: string,
  incidents: readonly Incident[],
  { byId, root }: Rows,
  write: Write,
): void => {
  if (incidents.length === 0) return;
  writeTitle(title, write);
  for (const incident of incidents) {
    const failures = incident.failures.flatMap((id) => byId.get(id) ?? []);
    write(incidentHead(incident));
    const code = productPlace(failures, root);
    if (code !== undefined) write(`  code: ${code}\n`);
    incident.advice.forEach((step, index) => {
      write(`  ${index === 0 ? 'next:' : '     '} ${step}\n`);
    });
    for (const failure of failures) write(`${failureText(failure)}\n`);
  }
};

const rates = (list: readonly PassRate[]): readonly string[] =>
  list.map(
    ({ name, passed, failed, rate }) =>
      `${percent(rate).padStart(8)}  ${name}  (${passed} of ${passed + failed})`,
  );

/** The share of tests without a failure of the category. */
const spared = ({ category, failures }: Report['categories'][number], executed: number): string =>
  `${percent(Math.max(0, 1 - failures / executed)).padStart(8)}  ${category}`;

const timeoutLine = (
  { failure, phase, durationMs, limitMs }: Report['timeouts'][number],
  row: ReportFailure | undefined,
): string => {
  const took = durationMs === null ? 'unknown time' : duration(durationMs);
  const limit = limitMs === null ? '' : ` of ${duration(limitMs)}`;
  return `${took}${limit} in ${phase}  ${row === undefined ? failure : `${place(row)}  ${failureName(row)}`}`;
};

const leftBehindLine = ({ title, file, what, change, place: line }: LeftBehind): string =>
  `${file}  ${title.join(' > ')}: ${what}${change === undefined ? '' : ` ${change}`}${line === undefined ? '' : ` (${line})`}`;

/** Writes report.txt in parts, so that a large one need never be one text. */
export const writeText = (report: Report, write: Write): void => {
  const { run, totals, incidents, failures, categories, timeouts, gaps } = report;
  const { leftBehind = [], skips = [], staleQuarantine = [] } = report;
  const byId = new Map(failures.map((failure) => [failure.id, failure]));
  const rows = { byId, root: reportRoot(failures) };
  const executed = totals.passed + totals.failed;
  write(`Holdfast report: ${verdictLine(report)}\n${runLine(run)}\n`);
  if (run.settings !== undefined) write(`Settings: ${settingsLine(run.settings)}\n`);
  write(`Started ${run.startedAt}, run ${run.id}${run.seed === undefined ? '' : `, seed ${run.seed}`}\n`);
  if (totals.passRate !== null) write(`Pass rate ${percent(totals.passRate)}\n`);
  for (const group of urgencyGroups(incidents)) writeIncidents(group.title, group.incidents, rows, write);
  writeIncidents(
    SECTION_TITLE.flaky,
    incidents.filter((incident) => incident.flaky),
    rows,
    write,
  );
  writeSection(
    SECTION_TITLE.categories,
    categories.flatMap(({ category, description, failures: number, share, causes }) => [
      `${category}: ${number} (${percent(share)} of all failures). ${description}`,
      ...causes.map((cause) => `  ${String(cause.failures).padStart(6)}  ${cause.cause}`),
    ]),
    write,
  );
  writeSection(
    'Tests without a failure of the category',
    executed === 0 ? [] : [...categories].reverse().map((summary) => spared(summary, executed)),
    write,
  );
  writeSection(SECTION_TITLE.folders, rates(report.folders), write);
  writeSection(SECTION_TITLE.areas, rates(report.areas), write);
  writeSection(
    SECTION_TITLE.timeouts,
    timeouts.map((timeout) => timeoutLine(timeout, byId.get(timeout.failure))),
    write,
  );
  writeSection(SECTION_TITLE.leftBehind, leftBehind.map(leftBehindLine), write);
  writeSection(SECTION_TITLE.skips, skips.map(skipLine), write);
  writeSection(SECTION_TITLE.quarantine, staleQuarantine.map(staleQuarantineLine), write);
  writeSection(
    SECTION_TITLE.gaps,
    gaps.map((gap) => `- ${gap.replace(/\s+/g, ' ')}`),
    write,
  );
};

/** report.txt: the whole inventory for a person to read. */
export const renderText = (report: Report): string => {
  let text = '';
  writeText(report, (part) => {
    text += part;
  });
  return text;
};
