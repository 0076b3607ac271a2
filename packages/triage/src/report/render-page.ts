import { verdictLine } from './phrases.js';
import { writeJson } from './render-json.js';
import { renderTerminal } from './render-terminal.js';
import type { Report } from './report.js';

/** Takes the next part of a text. */
type Write = (part: string) => void;

/** What the page shows where scripts are off. */
const SUMMARY = { screen: { width: 100, colors: false, isTTY: false }, maxIncidents: 20, reports: '' };

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * A part of a JSON text as it may stand inside a script element: JSON has these characters in strings alone, and a string
 * may have an escape for any of them. Without `<` nothing can close the element or open a comment in it.
 */
const escapeJson = (part: string): string => {
  const safe = part.includes('<') ? part.replaceAll('<', '\\u003c') : part;
  return safe.includes('\u2028') || safe.includes('\u2029')
    ? safe.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
    : safe;
};

const SLOT = /\{\{(title|summary|report)\}\}/;

/**
 * Writes report.html in parts: the shell with the report's own JSON in it, which its script renders. Nothing of the report
 * becomes markup.
 * @param shell the page with the slots `{{title}}`, `{{summary}}` and `{{report}}`, each once
 * @param json writes the text of report.json
 */
export const writePage = (report: Report, shell: string, write: Write, json = writeJson): void => {
  const slots: Readonly<Record<string, () => void>> = {
    title: () => write(escapeHtml(`${verdictLine(report)} – Holdfast`)),
    summary: () => write(escapeHtml(renderTerminal(report, SUMMARY))),
    report: () => json(report, (part) => write(escapeJson(part))),
  };
  shell.split(SLOT).forEach((part, index) => {
    if (index % 2 === 0) write(part);
    else slots[part]?.();
  });
};

/** report.html: one file that opens from disk and loads nothing. */
export const renderPage = (report: Report, shell: string): string => {
  const parts: string[] = [];
  writePage(report, shell, (part) => parts.push(part));
  return parts.join('');
};
