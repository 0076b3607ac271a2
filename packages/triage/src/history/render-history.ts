import { createPaint } from '../report/paint.js';
import { count, duration, percent, verdictName } from '../report/phrases.js';
import { fitText } from '../report/text-width.js';
import { wrapText } from '../report/wrap-text.js';
import type { Screen } from '../session.js';
import type { History } from './history-run.js';
import type { Steadiness, TestSummary } from './test-summary.js';

export interface HistoryView {
  readonly screen: Screen;
  /** How many tests are shown. */
  readonly most: number;
  /** Whether tests were asked for by name: then each is told in full. */
  readonly isAsked: boolean;
}

const WORDS: Readonly<Record<Steadiness, string>> = {
  flaky: 'flaky',
  failing: 'failing',
  steady: 'steady',
  'too-few-runs': 'too few runs',
};

const RANK: Readonly<Record<Steadiness, number>> = { failing: 0, flaky: 1, 'too-few-runs': 2, steady: 3 };

const isTroubled = ({ failed, passedOnRetry, outages, duration: trend }: TestSummary): boolean =>
  failed + passedOnRetry + outages > 0 || trend?.direction === 'slower';

/** The most telling first: failing, then flaky by score, then those of which too little is known. */
export const sortSummaries = (summaries: readonly TestSummary[]): readonly TestSummary[] =>
  [...summaries].sort(
    (left, right) =>
      RANK[left.steadiness] - RANK[right.steadiness] ||
      right.flakyScore - left.flakyScore ||
      left.passRate - right.passRate ||
      (left.file < right.file ? -1 : left.file > right.file ? 1 : 0),
  );

const nameOf = ({ file, title }: TestSummary): string => [file, ...title].join(' > ');

const day = (iso: string | null): string => (iso === null ? '' : iso.slice(0, 10));

const between = ({ runs, interval }: TestSummary): string =>
  runs === 0 ? '' : `${percent(interval.lower)} and ${percent(interval.upper)}`;

const entry = (summary: TestSummary, width: number): readonly string[] => {
  const {
    steadiness,
    passed,
    runs,
    flips,
    passedOnRetry,
    outages,
    lastFailed,
    causes,
    duration: trend,
  } = summary;
  const [latest] = causes;
  const parts = [
    WORDS[steadiness],
    `${passed} of ${runs} passed`,
    ...(flips > 0 ? [count(flips, 'flip')] : []),
    ...(passedOnRetry > 0 ? [`${passedOnRetry} on retry`] : []),
    ...(outages > 0 ? [count(outages, 'outage')] : []),
    ...(lastFailed === null ? [] : [`last failed ${day(lastFailed)}`]),
    ...(latest === undefined ? [] : [verdictName(latest)]),
    ...(trend?.direction === 'slower' ? [`${trend.ratio.toFixed(1)} times as long as it was`] : []),
  ];
  return [
    fitText(nameOf(summary), width),
    ...wrapText(parts.join(' · '), width - 2, 2).map((line) => `  ${line}`),
  ];
};

const timeLine = ({ duration: trend }: TestSummary): string => {
  if (trend === null) return 'no timed run';
  const words = {
    slower: `, ${trend.ratio.toFixed(1)} times as long as it was`,
    faster: `, ${trend.ratio.toFixed(2)} times as long as it was`,
    same: ', no trend',
    'too-few-runs': '',
  };
  return `${duration(trend.medianMs)} (median)${words[trend.direction]}`;
};

const inFull = (summary: TestSummary): readonly string[] => {
  const { runs, passed, failed, passedOnRetry, outages, flips, flakyScore, steadiness, formerNames } =
    summary;
  return [
    nameOf(summary),
    ...formerNames.map((name) => `  was called    ${name}`),
    `  is            ${WORDS[steadiness]}${steadiness === 'too-few-runs' ? `: ${count(runs, 'run')}, and it takes ten` : `, flaky score ${percent(flakyScore)}`}`,
    `  passed        ${passed} of ${count(runs, 'run')}${runs === 0 ? '' : `, ${percent(summary.passRate)}; the true rate lies between ${between(summary)} (95 % confidence)`}`,
    `  came and went ${count(flips, 'flip')}, ${passedOnRetry} passed on retry`,
    ...(outages === 0 ? [] : [`  outages       ${outages}, not counted: one incident took many tests down`]),
    ...(failed === 0
      ? []
      : [`  failed        first ${day(summary.firstFailed)}, last ${day(summary.lastFailed)}`]),
    ...summary.causes.map(
      (cause) =>
        `  cause         ${verdictName(cause)}, ${count(cause.runs, 'run')}, ${day(cause.first)} to ${day(cause.last)} (${cause.fingerprint})`,
    ),
    `  takes         ${timeLine(summary)}`,
    '',
  ];
};

/** What `holdfast history` prints. */
export const renderHistory = (
  { runs, gaps }: Pick<History, 'runs' | 'gaps'>,
  summaries: readonly TestSummary[],
  { screen, most, isAsked }: HistoryView,
): string => {
  const paint = createPaint(screen.colors);
  const first = runs[0];
  const head =
    first === undefined
      ? 'No run is kept yet.'
      : `${count(runs.length, 'run')} since ${day(new Date(first.startedAt).toISOString())}, ${count(summaries.length, 'test')}`;
  const of = (steadiness: Steadiness): number =>
    summaries.filter((one) => one.steadiness === steadiness).length;
  const told = sortSummaries(isAsked ? summaries : summaries.filter(isTroubled));
  const shown = told.slice(0, most);
  const body =
    isAsked && shown.length <= 5 ? shown.flatMap(inFull) : shown.flatMap((one) => entry(one, screen.width));
  const hidden = told.length - shown.length;
  const lines = [
    paint(head, 'bold'),
    ...(summaries.length === 0
      ? []
      : [
          `${of('failing')} failing, ${of('flaky')} flaky, ${of('steady')} steady, ${of('too-few-runs')} with fewer than ten runs`,
        ]),
    '',
    ...body,
    ...(isAsked && runs.length > 0 && summaries.length === 0 ? ['No test fits.'] : []),
    ...(summaries.length > 0 && told.length === 0 ? ['Nothing ever failed, and nothing became slower.'] : []),
    ...(hidden > 0 ? ['', `… and ${hidden} more`] : []),
    ...gaps.flatMap((gap) => wrapText(`! ${gap}`, screen.width, 3)),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
};
