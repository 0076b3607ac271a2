import { createPaint, type Paint } from '../report/paint.js';
import { count, duration, percent, verdictName } from '../report/phrases.js';
import { textTable } from '../report/text-table.js';
import { wrapText } from '../report/wrap-text.js';
import type { Screen } from '../session.js';
import type { ComparedRate, ComparedTest, ComparedVerdict, Comparison, SideSummary } from './comparison.js';
import type { SeenOther } from './run-view.js';

/** File and title on one line; a log may not name the file. */
export const testLine = ({ file, title }: Pick<ComparedTest, 'file' | 'title'>): string =>
  [...(file === '' ? [] : [file]), ...title].join(' > ');

export const verdictWords = (verdict: ComparedVerdict | null): string =>
  verdict === null ? '' : verdictName(verdict);

/** `file tests/orders.test.ts`, for what is no test. */
export const brokenLine = ({ kind, file }: SeenOther): string => (file === null ? kind : `${kind} ${file}`);

/** `+2.3 points`, for a difference of shares. */
export const points = (difference: number): string => {
  const rounded = Math.round(difference * 1_000) / 10;
  return `${rounded > 0 ? '+' : ''}${rounded} points`;
};

/** `8 of 10, 80 %`. */
export const tallyWords = ({ passed, total }: ComparedRate['before']): string =>
  total === 0 ? 'none' : `${passed} of ${total}, ${percent(passed / total)}`;

/** What a difference is worth. */
export const sureness = ({ before, after, difference }: ComparedRate): string =>
  before.total === 0 || after.total === 0
    ? ''
    : difference.difference === 0
      ? 'no change'
      : `${points(difference.difference)}${difference.isSure ? '' : ', may be chance'}`;

const MOST = 20;

const section = (
  paint: Paint,
  title: string,
  rows: readonly string[],
  colour: 'red' | 'green' | 'yellow' | 'dim',
): readonly string[] => {
  if (rows.length === 0) return [];
  const hidden = rows.length - MOST;
  return [
    '',
    paint(`${title} (${rows.length})`, 'bold'),
    ...rows.slice(0, MOST).map((row) => `${paint('●', colour)} ${row}`),
    ...(hidden > 0 ? [`  … and ${hidden} more`] : []),
  ];
};

const sideLine = (name: string, side: SideSummary): string =>
  `${name}  ${side.label}: ${count(side.runs, 'run')}, ${side.failed} of ${count(side.passed + side.failed, 'test')} failed${
    side.otherFailures > 0 ? `, ${count(side.otherFailures, 'other failure')}` : ''
  }, ${duration(side.durationMs)}`;

const withVerdict = (test: ComparedTest, verdict: ComparedVerdict | null, more = ''): string =>
  [testLine(test), verdictWords(verdict), more].filter((part) => part !== '').join('  ');

/** What `holdfast compare` prints on a terminal. */
export const renderComparison = (comparison: Comparison, screen: Screen): string => {
  const paint = createPaint(screen.colors);
  const { before, after, passRate, folders, categories, progress, notes } = comparison;
  const changed = folders.filter(({ difference }) => difference.difference !== 0);
  const lines = [
    sideLine('before', before),
    sideLine('after ', after),
    '',
    `Pass rate: ${tallyWords(passRate.before)} before, ${tallyWords(passRate.after)} after${sureness(passRate) === '' ? '' : ` (${sureness(passRate)})`}`,
    ...(progress.of === 0 ? [] : [`Progress of fixes: ${progress.fixed} of ${progress.of}`]),
    ...section(
      paint,
      'Newly failing',
      comparison.newlyFailing.map((test) =>
        withVerdict(test, test.verdict, test.isNew === true ? '(new test)' : ''),
      ),
      'red',
    ),
    ...section(
      paint,
      'Newly broken beside the tests: tests may not have run',
      comparison.newlyBroken.map((other) => `${brokenLine(other)}  ${verdictWords(other)}`),
      'red',
    ),
    ...section(
      paint,
      'Still failing',
      comparison.stillFailing.map((test) =>
        withVerdict(
          test,
          test.after,
          test.sameFailure === false ? `(another failure than before: ${verdictWords(test.before)})` : '',
        ),
      ),
      'yellow',
    ),
    ...section(
      paint,
      'Fixed',
      comparison.fixed.map((test) =>
        withVerdict(test, test.verdict, test.seenToPass ? '' : '(did not fail; not seen to pass)'),
      ),
      'green',
    ),
    ...section(
      paint,
      'Failed before, not run or gone after: not fixed',
      comparison.gone.map(testLine),
      'yellow',
    ),
    ...section(paint, 'Flaky after only', comparison.flakyAfter.map(testLine), 'yellow'),
    ...section(paint, 'Flaky before only', comparison.flakyBefore.map(testLine), 'dim'),
    ...section(
      paint,
      'Slower beyond noise',
      comparison.slower.map(
        (test) => `${testLine(test)}  ${duration(test.beforeMs)} to ${duration(test.afterMs)}`,
      ),
      'yellow',
    ),
    ...section(
      paint,
      'Faster beyond noise',
      comparison.faster.map(
        (test) => `${testLine(test)}  ${duration(test.beforeMs)} to ${duration(test.afterMs)}`,
      ),
      'green',
    ),
    ...(changed.length === 0
      ? []
      : [
          '',
          ...textTable(
            [
              { head: 'folder' },
              { head: 'before', align: 'right' },
              { head: 'after', align: 'right' },
              { head: 'change' },
            ],
            changed.map((row) => [row.name, tallyWords(row.before), tallyWords(row.after), sureness(row)]),
            screen.width,
          ),
        ]),
    ...(categories.length === 0
      ? []
      : [
          '',
          ...textTable(
            [{ head: 'failures of' }, { head: 'before', align: 'right' }, { head: 'after', align: 'right' }],
            categories.map((row) => [row.category, String(row.before), String(row.after)]),
            screen.width,
          ),
        ]),
    ...(notes.length === 0 ? [] : ['', ...notes.flatMap((note) => wrapText(`! ${note}`, screen.width, 4))]),
  ];
  return `${lines.join('\n')}\n`;
};
