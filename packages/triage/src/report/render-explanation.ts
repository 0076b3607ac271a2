import type { ErrorSnapshot } from '@holdfast/journal';
import { noteLines } from './note-lines.js';
import { createPaint } from './paint.js';
import { count, duration, failureName, percent, place, roundPercent, verdictName } from './phrases.js';
import type { Report, ReportFailure } from './report.js';

const MOST_STACK_LINES = 12;

const indent = (text: string): readonly string[] => text.split('\n').map((line) => `    ${line}`);

const errorLines = (error: ErrorSnapshot): readonly string[] => {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s*at /.test(line));
  const { name, code, message, expected, actual, cause } = error;
  return [
    ...indent(`${name ?? 'thrown'}${code === undefined ? '' : ` [${code}]`}: ${message}`),
    ...(expected === undefined ? [] : indent(`expected ${expected}`)),
    ...(actual === undefined ? [] : indent(`received ${actual}`)),
    ...frames.slice(0, MOST_STACK_LINES).map((line) => `      ${line.trim()}`),
    ...(cause === undefined ? [] : ['    caused by', ...errorLines(cause)]),
  ];
};

const historyLines = ({ history }: ReportFailure): readonly string[] => {
  if (history === undefined) return ['  no earlier run is known'];
  const { runs, failed, passedOnRetry, sameFailure, firstSeen, lastSeen, knownFlaky } = history;
  return [
    `  failed in ${failed} of ${count(runs, 'earlier run')}, passed on retry in ${passedOnRetry}`,
    sameFailure === 0
      ? '  never failed like this before'
      : `  failed like this in ${sameFailure}, first ${firstSeen?.slice(0, 10)}, last ${lastSeen?.slice(0, 10)}`,
    ...(knownFlaky ? ['  known to come and go with the code unchanged: one step less urgent'] : []),
  ];
};

/** Everything that is known of one failure: the verdict with all its evidence, every attempt, earlier runs, what to do. */
export const renderExplanation = (report: Report, failure: ReportFailure, colors: boolean): string => {
  const paint = createPaint(colors);
  const { verdict, attempts, evidence } = failure;
  const incident = report.incidents.find(({ id }) => id === failure.incident);
  const others = (incident?.failures.length ?? 1) - 1;
  const heading = (text: string): readonly string[] => ['', paint(text, 'bold')];
  const lines = [
    paint(failureName(failure), 'bold'),
    [place(failure), failure.project, failure.id].filter((part) => part !== null && part !== '').join('  '),
    ...heading(verdictName(verdict)),
    `  priority ${verdict.priority}, ${verdict.standing}, confidence ${roundPercent(verdict.confidence)}${failure.flaky ? ', passed on retry' : ''}`,
    `  ${verdict.why}`,
    // Earlier runs have a part of their own below.
    ...noteLines({ ...failure, history: undefined }).map((line) => `  ${line}`),
    ...heading('What to do next'),
    ...verdict.advice.map((step, index) => `  ${index + 1}. ${step}`),
    ...heading('Evidence'),
    ...verdict.evidence.map(
      ({ weight, category, cause, sentence, rule }) =>
        `  ${percent(weight).padStart(7)}  ${category} ${cause}: ${sentence} (${rule})`,
    ),
    ...(verdict.evidence.length === 0 ? ['  none'] : []),
    ...heading('Attempts'),
    ...attempts.flatMap(({ number, status, phase, durationMs, limitMs, errors }) => [
      `  ${number}. ${status} in ${phase}${durationMs === undefined ? '' : `, ${duration(durationMs)}`}${limitMs === undefined ? '' : ` of ${duration(limitMs)}`}`,
      ...errors.flatMap(errorLines),
    ]),
    ...(failure.attemptsComplete ? [] : ['  the runner did not keep the errors of earlier attempts']),
    ...(evidence.length === 0
      ? []
      : [
          ...heading('Recorded near it'),
          ...evidence.map(({ name, data }) => `  ${name}  ${JSON.stringify(data)}`),
        ]),
    ...heading('Earlier runs'),
    ...historyLines(failure),
    ...heading('Incident'),
    `  ${failure.incident}${incident === undefined ? '' : `  ${incident.title}`}${others > 0 ? `, with ${others} more` : ', alone'}`,
    `  fingerprint ${failure.fingerprint}`,
  ];
  return `${lines.join('\n')}\n`;
};
