import { decidingError } from '../classify/deciding-error.js';
import type { Evidence } from '../failure.js';
import { KEPT_DIRECTORY, keptDirectories } from './kept-directory.js';
import { noteLines } from './note-lines.js';
import { count, duration, failureName, place } from './phrases.js';
import type { ReportFailure } from './report.js';

const MOST_MESSAGE_LINES = 12;
const MOST_FACTS = 8;
const LONGEST_FACT = 300;

/** Begins every line but the first. */
const NEXT_LINE = '\n      ';

const LINE_BREAK = /\r\n|\r|\n/;

const messageText = (message: string): string => {
  const lines = message.includes('\r') ? message.split(LINE_BREAK) : message.split('\n');
  const shown = Math.min(lines.length, MOST_MESSAGE_LINES);
  let text = '';
  for (let index = 0; index < shown; index += 1) {
    const line = (lines[index] as string).trimEnd();
    text += line === '' ? '\n' : NEXT_LINE + line;
  }
  const more = lines.length - shown;
  return more > 0 ? `${text}${NEXT_LINE}… ${count(more, 'line')} more in report.json` : text;
};

/** What tests and fixtures recorded beside the failure, a line each. */
const factLines = (evidence: readonly Evidence[]): readonly string[] => {
  const others = evidence.filter(({ name }) => name !== KEPT_DIRECTORY);
  const lines = others.slice(0, MOST_FACTS).map(({ name, data }) => {
    const text = JSON.stringify(data);
    return `${name}: ${text.length > LONGEST_FACT ? `${text.slice(0, LONGEST_FACT)}…` : text}`;
  });
  const more = others.length - lines.length;
  return more > 0 ? [...lines, `… ${count(more, 'fact')} more in report.json`] : lines;
};

const directoryLines = (evidence: readonly Evidence[]): readonly string[] =>
  keptDirectories(evidence).map(
    ({ path, days }) => `its directory is kept${days === null ? '' : ` for ${count(days, 'day')}`}: ${path}`,
  );

const detailsOf = ({ attempts, durationMs, flaky, kind, attemptsComplete }: ReportFailure): string => {
  let details: string = kind;
  if (durationMs !== null) details += `, ${duration(durationMs)}`;
  if (attempts.length > 1) details += `, ${attempts.length} attempts${flaky ? ', passed on the last' : ''}`;
  return attemptsComplete ? details : `${details}, errors of earlier attempts are not known`;
};

/** A failure in a list, on several lines without a line break at the end. */
export const failureText = (failure: ReportFailure): string => {
  const where = place(failure);
  const error = decidingError(failure);
  let text = `  - ${where}${where === '' ? '' : '  '}${failureName(failure)} (${detailsOf(failure)})`;
  if (error !== undefined) {
    const { name, message } = error;
    text += messageText(name === undefined || message.startsWith(name) ? message : `${name}: ${message}`);
  }
  for (const note of noteLines(failure)) text += NEXT_LINE + note;
  const { evidence } = failure;
  if (evidence.length === 0) return text;
  for (const line of directoryLines(evidence)) text += NEXT_LINE + line;
  for (const line of factLines(evidence)) text += NEXT_LINE + line;
  return text;
};
