import { decidingError } from '../classify/deciding-error.js';
import type { Report, ReportFailure } from './report.js';

type Cell = string | number | null | undefined;

const COLUMNS: readonly (readonly [string, (failure: ReportFailure) => Cell])[] = [
  ['id', ({ id }) => id],
  ['title', ({ title, kind }) => (title.length === 0 ? `(${kind})` : title.join(' > '))],
  ['file', ({ file }) => file],
  ['line', ({ line }) => line],
  ['category', ({ verdict }) => verdict.category],
  ['cause', ({ verdict }) => verdict.cause],
  ['priority', ({ verdict }) => verdict.priority],
  ['standing', ({ verdict }) => verdict.standing],
  ['confidence', ({ verdict }) => Math.round(verdict.confidence * 100) / 100],
  ['incident', ({ incident }) => incident],
  ['fingerprint', ({ fingerprint }) => fingerprint],
  ['attempts', ({ attempts }) => attempts.length],
  ['duration_ms', ({ durationMs }) => (durationMs === null ? null : Math.round(durationMs))],
  ['message', (failure) => decidingError(failure)?.message],
];

/** Spreadsheets refuse cells over 32,767 characters. */
const LONGEST_CELL = 32_000;

/** Spreadsheets run a cell that begins with one of these; full-width forms of the signs count too. */
const FORMULA = /^[\s\u00A0]*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20|%]/;

const cell = (value: Cell): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = value.length > LONGEST_CELL ? `${value.slice(0, LONGEST_CELL)}…` : value;
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replace(/"/g, '""')}"` : safe;
};

const row = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\r\n`;

/**
 * inventory.csv: one row a failure, after RFC 4180, with CRLF. Begins with a byte-order mark, without which
 * spreadsheets read UTF-8 as the system's own code page. A text that a spreadsheet would run as a formula gets
 * an apostrophe before it.
 */
export const renderCsv = (report: Report): string =>
  `\uFEFF${row(COLUMNS.map(([name]) => name))}${report.failures
    .map((failure) => row(COLUMNS.map(([, read]) => read(failure))))
    .join('')}`;
