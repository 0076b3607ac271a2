import type { ReportFormat } from '../options.js';
import { pageShell } from '../session/page-shell.js';
import { renderAgent } from './render-agent.js';
import { renderAnnotations } from './render-annotations.js';
import { renderCsv } from './render-csv.js';
import { renderCtrf } from './render-ctrf.js';
import { renderJson } from './render-json.js';
import { renderJunit } from './render-junit.js';
import { renderMarkdown } from './render-markdown.js';
import { renderPage } from './render-page.js';
import { renderText } from './render-text.js';
import type { Report } from './report.js';

/** What a report can be rendered as: the files that a run leaves, and workflow commands for GitHub. */
export type RenderedFormat = ReportFormat | 'annotations';

const RENDERERS: Readonly<Record<RenderedFormat, (report: Report, folder: string) => string>> = {
  json: renderJson,
  text: renderText,
  csv: renderCsv,
  markdown: renderMarkdown,
  html: (report) => renderPage(report, pageShell()),
  ctrf: renderCtrf,
  junit: renderJunit,
  agent: renderAgent,
  annotations: renderAnnotations,
};

/**
 * A report in one of its formats, as one text. Pure, but for the page's style and script, which lie in a file of the package.
 * @param folder the project's root from the repository's, for annotations; empty where they are one
 */
export const renderReport = (report: Report, format: RenderedFormat, folder = ''): string =>
  RENDERERS[format](report, folder);
