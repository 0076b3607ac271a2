import type { Report } from '../report.js';
import { block } from './element.js';
import { ReportPage } from './report-page.js';

const textOf = (id: string): string => document.getElementById(id)?.textContent ?? '';

/** What the address names: the id of an incident, of a failure or of a part of the page. */
const wanted = (): string => {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
};

const start = (): void => {
  const page = new ReportPage(JSON.parse(textOf('report')) as Report);
  document.getElementById('page')?.append(page.element);
  const jump = (): void => {
    const id = wanted();
    // The browser did not find what was not there yet.
    if (id !== '' && !page.jump(id)) document.getElementById(id)?.scrollIntoView();
  };
  addEventListener('hashchange', jump);
  addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof Element && event.target.matches('input, select, textarea');
    if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    page.focusSearch();
  });
  jump();
};

try {
  start();
} catch (error) {
  const { message = String(error) } = error as { readonly message?: string };
  const sentence = `This page cannot be shown here (${message}). report.txt, which a run leaves beside it, has the whole report.`;
  document.body.prepend(block('p', 'broken', sentence));
}
