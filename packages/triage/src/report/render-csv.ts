import { decidingError } from '../classify/deciding-error.js';
import { noteLines } from './note-lines.js';
import type { Report, ReportFailure } from './report.js';

const COLUMNS =
  'id,title,file,line,category,cause,priority,standing,confidence,incident,fingerprint,attempts,duration_ms,message,notes';

/** Spreadsheets refuse cells over 32,767 characters. */
const LONGEST_CELL = 32_000;

const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/** Spreadsheets run a cell that begins with one of these; full-width forms of the signs count too. */
const FORMULA = /^[\s\u00A0]*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20|%]/;

/** A cell with text of unknown origin. */
const cell = (value: string): string => {
  const text = value.length > LONGEST_CELL ? `${value.slice(0, LONGEST_CELL)}…` : value;
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
};

/** Paths repeat from row to row. */
const createFileCell = (): ((file: string) => string) => {
  let last = '';
  let lastCell = '';
  return (file) => {
    if (file !== last) {
      last = file;
      lastCell = cell(file);
    }
    return lastCell;
  };
};

const verdictCells = ({
  category,
  cause,
  priority,
  standing,
  confidence,
}: ReportFailure['verdict']): string =>
  `${category},${cause},${priority},${standing},${Math.round(confidence * 100) / 100}`;

const row = (failure: ReportFailure, fileCell: (file: string) => string): string => {
  const { id, title, kind, file, line, verdict, incident, fingerprint, attempts, durationMs } = failure;
  const name = cell(title.length === 0 ? `(${kind})` : title.join(' > '));
  const place = `${fileCell(file ?? '')},${line ?? ''}`;
  const took = durationMs === null ? '' : Math.round(durationMs);
  const message = decidingError(failure)?.message ?? '';
  const notes = noteLines(failure);
  return `${id},${name},${place},${verdictCells(verdict)},${incident},${fingerprint},${attempts.length},${took},${cell(message)},${notes.length === 0 ? '' : cell(notes.join('; '))}\r\n`;
};

/** Writes inventory.csv in parts, so that a large one need never be one text. */
export const writeCsv = (report: Report, write: (part: string) => void): void => {
  const fileCell = createFileCell();
  write(`\uFEFF${COLUMNS}\r\n`);
  for (const failure of report.failures) write(row(failure, fileCell));
};

/**
 * inventory.csv: one row a failure, after RFC 4180, with CRLF. Begins with a byte-order mark, without which
 * spreadsheets read UTF-8 as the system's own code page. A text that a spreadsheet would run as a formula gets
 * an apostrophe before it.
 */
export const renderCsv = (report: Report): string => {
  let text = '';
  writeCsv(report, (part) => {
    text += part;
  });
  return text;
};
