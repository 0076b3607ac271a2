import type { Screen } from '../session.js';
import { errorLine } from './error-line.js';
import { flatText } from './flat-text.js';
import { keptDirectories } from './kept-directory.js';
import { incidentNotes, noteLines } from './note-lines.js';
import { createPaint, type Paint } from './paint.js';
import {
  categoryLine,
  count,
  failureName,
  place,
  roundPercent,
  runLine,
  verdictLine,
  verdictName,
} from './phrases.js';
import { productPlace } from './product-place.js';
import type { Incident, Report, ReportFailure } from './report.js';
import { reportRoot } from './report-root.js';
import { SECTION_TITLE } from './section-title.js';
import { skipSummary } from './skip-lines.js';
import { staleQuarantineLine } from './stale-quarantine-line.js';
import { fitText, textWidth } from './text-width.js';
import { firstOfGroups, urgencyGroups } from './urgency-groups.js';
import { wrapText } from './wrap-text.js';

export interface TerminalView {
  readonly screen: Screen;
  /** How many incidents are shown before the text points to the report. */
  readonly maxIncidents: number;
  /** Where the reports lie, from the project's root; empty where none was written. */
  readonly reports: string;
}

const NARROWEST = 20;
const MOST_FLAKY = 5;
const MOST_STALE = 3;
const MOST_GAPS = 5;
const MOST_GAP_LINES = 4;
const LABEL_WIDTH = 7;

class TerminalText {
  readonly #report: Report;
  readonly #view: TerminalView;
  readonly #paint: Paint;
  readonly #width: number;
  readonly #lines: string[] = [];
  readonly #byId: ReadonlyMap<string, ReportFailure>;
  readonly #root: string | undefined;

  constructor(report: Report, view: TerminalView) {
    this.#report = report;
    this.#view = view;
    this.#paint = createPaint(view.screen.colors);
    this.#width = Math.max(NARROWEST, Math.floor(view.screen.width) || 80);
    this.#byId = new Map(report.failures.map((failure) => [failure.id, failure]));
    this.#root = reportRoot(report.failures);
  }

  render(): string {
    const own = this.#report;
    if (own.failures.length === 0) {
      this.#headline(own.totals.failed === 0 ? 'green' : 'red');
    } else {
      this.#lines.push('');
      this.#headline(own.failures.some(({ flaky }) => !flaky) ? 'red' : 'yellow');
      for (const line of wrapText(runLine(own.run), this.#width, 2)) this.#line(line, 'dim');
      this.#line(categoryLine(own));
      this.#incidents();
      this.#flaky();
      this.#lines.push('');
      if (this.#view.reports !== '') this.#line(`Reports: ${this.#view.reports}`);
    }
    this.#leftBehind();
    this.#skips();
    this.#staleQuarantine();
    this.#gaps();
    return `${this.#lines.join('\n')}\n`;
  }

  #headline(colour: 'green' | 'red' | 'yellow'): void {
    const name = 'Holdfast';
    const rest = fitText(verdictLine(this.#report), this.#width - name.length - 2);
    this.#lines.push(`${this.#paint(name, 'bold')}  ${this.#paint(rest, colour)}`);
  }

  #line(text: string, ...colours: Parameters<Paint>[1][]): void {
    this.#lines.push(this.#paint(fitText(text, this.#width), ...colours));
  }

  #incidents(): void {
    const { shown, hidden } = firstOfGroups(urgencyGroups(this.#report.incidents), this.#view.maxIncidents);
    for (const { title, incidents } of shown) {
      this.#lines.push('');
      this.#line(title, 'bold');
      for (const incident of incidents) this.#incident(incident);
    }
    if (hidden > 0) {
      this.#lines.push('');
      this.#line(`… and ${hidden} more ${hidden === 1 ? 'incident' : 'incidents'}, in the reports`, 'dim');
    }
  }

  #incident(incident: Incident): void {
    const { priority, failures, standing, confidence, why, advice } = incident;
    const colour = priority === 'high' ? 'red' : priority === 'medium' ? 'yellow' : 'dim';
    const size = failures.length > 1 ? `  ${count(failures.length, 'failure')}` : '';
    const title = fitText(flatText(incident.title), this.#width - 2 - textWidth(size));
    this.#lines.push(`${this.#paint('●', colour)} ${this.#paint(title, 'bold')}${this.#paint(size, 'dim')}`);
    const lead = this.#byId.get(failures[0] ?? '');
    const verdict = `  ${verdictName(incident)} · ${priority} · ${standing} (${roundPercent(confidence)})`;
    const named = lead !== undefined && failureName(lead) === incident.title;
    const where = named ? ` · ${place(lead)}${this.#more(incident)}` : '';
    const fits = textWidth(verdict + where) <= this.#width;
    this.#line(fits ? verdict + where : verdict, 'cyan');
    if (named) this.#labelled('says', errorLine(lead), 1);
    this.#labelled('why', why, 2);
    if (lead !== undefined && !(named && fits)) this.#place(incident, lead, named);
    const rows = failures.flatMap((id) => this.#byId.get(id) ?? []);
    const code = productPlace(rows, this.#root);
    if (code !== undefined) this.#labelled('code', code, 1);
    this.#known(rows);
    if (lead !== undefined) this.#kept(lead);
    const next = advice[0];
    if (next !== undefined) this.#labelled('next', next, 2);
  }

  #known(rows: readonly ReportFailure[]): void {
    incidentNotes(rows).forEach((note, index) => {
      this.#labelled(index === 0 ? 'known' : '', note, 2);
    });
  }

  /** Only where the path can be copied whole. */
  #kept({ evidence }: ReportFailure): void {
    const room = this.#width - 2 - LABEL_WIDTH;
    const path = keptDirectories(evidence).at(-1)?.path;
    if (path !== undefined && textWidth(path) <= room) this.#labelled('kept', path, 1);
  }

  #more({ failures }: Incident): string {
    return failures.length > 1 ? ` (+${failures.length - 1} more)` : '';
  }

  #place(incident: Incident, lead: ReportFailure, named: boolean): void {
    const more = this.#more(incident);
    const parts = [place(lead), named ? '' : failureName(lead)].filter((part) => part !== '');
    if (parts.length === 0) return;
    const room = this.#width - 2 - LABEL_WIDTH - textWidth(more);
    this.#lines.push(
      `  ${this.#paint('at'.padEnd(LABEL_WIDTH), 'dim')}${fitText(parts.join('  '), room)}${more}`,
    );
  }

  #labelled(label: string, text: string, most: number): void {
    const lines = wrapText(text, this.#width - 2 - LABEL_WIDTH, most);
    lines.forEach((line, index) => {
      this.#lines.push(`  ${this.#paint((index === 0 ? label : '').padEnd(LABEL_WIDTH), 'dim')}${line}`);
    });
  }

  #flaky(): void {
    const flaky = this.#report.failures.filter((failure) => failure.flaky);
    if (flaky.length === 0) return;
    this.#lines.push('');
    this.#line(SECTION_TITLE.flaky, 'bold');
    for (const failure of flaky.slice(0, MOST_FLAKY)) {
      this.#line(`◌ ${[place(failure), failureName(failure)].filter((part) => part !== '').join('  ')}`);
      this.#line(`  ${verdictName(failure.verdict)} · passed on attempt ${failure.attempts.length}`, 'cyan');
      for (const note of noteLines(failure)) this.#line(`  ${note}`, 'dim');
    }
    if (flaky.length > MOST_FLAKY)
      this.#line(`  … and ${flaky.length - MOST_FLAKY} more, in the reports`, 'dim');
  }

  #leftBehind(): void {
    const { leftBehind = [] } = this.#report;
    const [first] = leftBehind;
    if (first === undefined) return;
    const tests = new Set(leftBehind.map(({ file, title }) => `${file} ${title.join(' > ')}`)).size;
    this.#line(
      `${count(tests, 'test')} left ${count(leftBehind.length, 'thing')} behind, the first: ${first.what}, ${first.place ?? first.file}`,
      'dim',
    );
  }

  #skips(): void {
    const { skips = [] } = this.#report;
    if (skips.length > 0) this.#line(skipSummary(skips), 'dim');
  }

  #staleQuarantine(): void {
    const { staleQuarantine = [] } = this.#report;
    for (const stale of staleQuarantine.slice(0, MOST_STALE)) {
      this.#line(`Quarantine ${staleQuarantineLine(stale)}`, 'yellow');
    }
    const more = staleQuarantine.length - MOST_STALE;
    if (more > 0) this.#line(`… and ${more} more to tidy: holdfast known`, 'yellow');
  }

  #gaps(): void {
    const { gaps } = this.#report;
    for (const gap of gaps.slice(0, MOST_GAPS)) {
      wrapText(gap, this.#width - 2, MOST_GAP_LINES).forEach((line, index) => {
        this.#line(`${index === 0 ? '!' : ' '} ${line}`, 'yellow');
      });
    }
    if (gaps.length > MOST_GAPS)
      this.#line(`! … and ${gaps.length - MOST_GAPS} more gaps, in the reports`, 'yellow');
  }
}

/**
 * The end of a run on a screen: what to look at first, what can wait, and where the reports lie. A green run is one
 * line. No line is wider than the screen (20 columns at least); without colours there is no escape code.
 */
export const renderTerminal = (report: Report, view: TerminalView): string =>
  new TerminalText(report, view).render();
