import { count, percent, runLine, settingsLine, thousands, verdictLine } from '../phrases.js';
import type { Report, Totals } from '../report.js';
import { staleQuarantineLine } from '../stale-quarantine-line.js';
import { block, type Child, element } from './element.js';
import { pairs } from './fact-list.js';

const MOST_GAPS = 5;

const sharesOf = ({ failed, passed, flaky, skipped, todo }: Totals) =>
  [
    { name: 'failed', tests: failed },
    { name: 'flaky', tests: flaky },
    { name: 'passed', tests: passed - flaky },
    { name: 'skipped', tests: skipped + todo },
  ].filter(({ tests }) => tests > 0);

const filesOf = ({ files }: Totals): string => {
  const { passed, failed, skipped } = files;
  const all = passed + failed + skipped;
  return all === 0 ? '' : `${thousands(failed)} of ${count(all, 'file')} failed`;
};

/** How the tests ended, as a bar; said in words below it. */
const proportions = (totals: Totals): Child => {
  const { passRate } = totals;
  const shares = sharesOf(totals);
  if (shares.length === 0) return undefined;
  const bar = element('div', { class: 'bar', 'aria-hidden': 'true' });
  for (const { name, tests } of shares) {
    const piece = block('span', name);
    piece.style.flexGrow = String(tests);
    bar.append(piece);
  }
  const words = shares.map(({ name, tests }) => block('span', `key ${name}`, `${thousands(tests)} ${name}`));
  const rate = passRate === null ? '' : `pass rate ${percent(passRate)}`;
  const sums = [rate, filesOf(totals)].filter((sum) => sum !== '').join(', ');
  return block('div', 'proportions', bar, block('p', 'keys', ...words, block('span', 'sums', sums)));
};

const startOf = (startedAt: string): HTMLElement =>
  element('time', { datetime: startedAt }, new Date(startedAt).toLocaleString());

const notices = ({ gaps, staleQuarantine = [] }: Report): Child => {
  const lines = [...staleQuarantine.map((stale) => `Quarantine ${staleQuarantineLine(stale)}`), ...gaps];
  if (lines.length === 0) return undefined;
  const shown = lines.slice(0, MOST_GAPS).map((line) => element('li', {}, line));
  const more = lines.length - shown.length;
  return block(
    'ul',
    'notices',
    ...shown,
    more > 0 ? element('li', {}, `… and ${more} more, below`) : undefined,
  );
};

/** What the run came to, where it ran, and what the report does not know. */
export const headSection = (report: Report): HTMLElement => {
  const { run, totals } = report;
  const state = report.failures.some(({ flaky }) => !flaky) || totals.failed > 0 ? 'red' : 'green';
  return block(
    'header',
    `head ${totals.flaky > 0 && state === 'green' ? 'yellow' : state}`,
    block('p', 'brand', 'Holdfast'),
    element('h1', {}, verdictLine(report)),
    block('p', 'run', runLine(run)),
    proportions(totals),
    element(
      'details',
      {},
      element('summary', {}, 'About the run'),
      pairs([
        ['started', startOf(run.startedAt)],
        ['settings', run.settings === undefined ? '' : settingsLine(run.settings)],
        ['seed', run.seed === undefined ? '' : String(run.seed)],
        ['run', block('code', 'id', run.id)],
      ]),
    ),
    notices(report),
  );
};
