import { testLine } from '../compare/render-comparison.js';
import { createPaint } from '../report/paint.js';
import { count, percent, verdictName } from '../report/phrases.js';
import { wrapText } from '../report/wrap-text.js';
import type { Screen } from '../session.js';
import type { RepeatedTest, RepetitionResult } from './repetition.js';

const MOST = 30;

const between = ({ interval }: Pick<RepetitionResult, 'interval'>): string =>
  `${percent(interval.lower)} and ${percent(interval.upper)}`;

/** What the sample shows of the bar, no more and no less. */
export const barSentence = (result: RepetitionResult): string => {
  const { runs, green, bar, meetsBar, interval, runsToShow } = result;
  const seen = `${green} of ${count(runs, 'run')} green`;
  if (!meetsBar)
    return `${seen}: the bar of more than ${percent(bar)} is not met. The true rate lies between ${between(result)}.`;
  if (interval.lower >= bar) return `${seen}: more than ${percent(bar)}, shown with 95 % confidence.`;
  return `${seen}: the bar of more than ${percent(bar)} is met in this sample. It shows a rate of ${percent(interval.lower)} or more (95 % confidence); to show ${percent(bar)} takes ${count(runsToShow, 'run')}, all green.`;
};

const testLines = (test: RepeatedTest): readonly string[] => {
  const { passed, failed, passedOnRetry, unknown, isFlaky, verdicts } = test;
  const word = isFlaky ? 'flips' : 'fails';
  const parts = [
    `failed ${failed} of ${passed + failed}`,
    ...(passedOnRetry > 0 ? [`passed on retry in ${passedOnRetry}`] : []),
    ...(unknown > 0 ? [`not known in ${unknown}`] : []),
    `true pass rate between ${between(test)}`,
  ];
  return [
    `${word}  ${testLine(test)}`,
    `       ${parts.join(', ')}`,
    ...verdicts.map(
      (verdict) => `       ${verdict.failures} times ${verdictName(verdict)} (${verdict.fingerprint})`,
    ),
  ];
};

const headline = ({ tests, runs, green }: RepetitionResult): string => {
  if (runs === 0) return 'No run came to its end.';
  if (tests.length === 0)
    return green === runs ? 'No test flipped.' : 'Runs were red, and no report says by which test.';
  const flips = tests.filter(({ isFlaky }) => isFlaky).length;
  return `${count(flips, 'test')} flipped, ${count(tests.length - flips, 'test')} failed every time.`;
};

/** What `holdfast repeat` prints at its end. */
export const renderRepetition = (
  result: RepetitionResult,
  screen: Screen,
  notes: readonly string[] = [],
): string => {
  const paint = createPaint(screen.colors);
  const { tests, withoutReport, runs } = result;
  const hidden = tests.length - MOST;
  const lines = [
    paint(headline(result), 'bold'),
    ...(runs === 0 ? [] : wrapText(barSentence(result), screen.width, 4)),
    '',
    ...tests.slice(0, MOST).flatMap(testLines),
    ...(hidden > 0 ? [`… and ${hidden} more`] : []),
    ...(withoutReport === 0
      ? []
      : wrapText(
          `! ${withoutReport} of ${count(runs, 'run')} left no report: their exit code is all that is known. Add Holdfast's reporter, or name the file that the tool writes with --report.`,
          screen.width,
          4,
        )),
    ...notes.flatMap((note) => wrapText(`! ${note}`, screen.width, 4)),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
};
