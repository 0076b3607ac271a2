import { verdictLine } from './phrases.js';
import { writeJson } from './render-json.js';
import { renderTerminal } from './render-terminal.js';
import type { Report } from './report.js';

/** Takes the next part of a text. */
type Write = (part: string) => void;

/** What the page shows where scripts are off. */
const SUMMARY = { screen: { width: 100, colors: false, isTTY: false }, maxIncidents: 10, reports: '' };

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const LESS_THAN = '\\u003c';
/** So often it is cheaper to write what lies between than to make a text anew. */
const MOST_CUTS = 4;

/**
 * Writes a part of a JSON text as it may stand inside a script element. JSON has `<` in strings alone, and a string may have
 * its escape: without it nothing can close the element or open a comment in it. No other character means anything there.
 */
const writeEscaped = (part: string, write: Write): void => {
  let from = 0;
  for (let cuts = 0, at = part.indexOf('<'); at >= 0; cuts += 1, at = part.indexOf('<', from)) {
    if (cuts === MOST_CUTS) {
      write(part.slice(from).replaceAll('<', LESS_THAN));
      return;
    }
    write(part.slice(from, at));
    write(LESS_THAN);
    from = at + 1;
  }
  write(from === 0 ? part : part.slice(from));
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
    report: () => json(report, (part) => writeEscaped(part, write)),
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
