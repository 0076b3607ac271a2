import { join } from 'node:path';
import type { ReportFormat } from '../options.js';
import { renderCsv } from '../report/render-csv.js';
import { writeJson } from '../report/render-json.js';
import { renderMarkdown } from '../report/render-markdown.js';
import { renderText } from '../report/render-text.js';
import type { Report } from '../report/report.js';
import { type FileSystem, fileSystem } from './file-system.js';
import { writeAtomically } from './write-atomically.js';

interface ReportFile {
  readonly format: ReportFormat;
  readonly name: string;
  readonly write: (report: Report, write: (part: string) => void) => void;
}

/** The reports, in the order they are written and named. */
const REPORT_FILES: readonly ReportFile[] = [
  { format: 'text', name: 'report.txt', write: (report, write) => write(renderText(report)) },
  { format: 'markdown', name: 'summary.md', write: (report, write) => write(renderMarkdown(report)) },
  { format: 'csv', name: 'inventory.csv', write: (report, write) => write(renderCsv(report)) },
  { format: 'json', name: 'report.json', write: writeJson },
];

export interface WrittenReports {
  /** Absolute paths. */
  readonly written: readonly string[];
  /** One sentence where something could not be written. */
  readonly gaps: readonly string[];
}

const printReason = (error: unknown): string => {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return String(code ?? message ?? error);
};

/**
 * Writes the chosen reports, each atomically. A report of a format that is switched off is removed, so that the
 * folder never mixes the reports of two runs. Never throws: what fails is one sentence.
 */
export const writeReports = (
  report: Report,
  outputDir: string,
  formats: readonly ReportFormat[],
  files: FileSystem = fileSystem,
): WrittenReports => {
  const written: string[] = [];
  const failed: string[] = [];
  let reason = '';
  try {
    files.makeDirectory(outputDir, { recursive: true });
  } catch (error) {
    return { written, gaps: [`No report was written: ${outputDir} cannot be made (${printReason(error)})`] };
  }
  for (const { format, name, write } of REPORT_FILES) {
    try {
      if (formats.includes(format)) {
        written.push(writeAtomically(outputDir, name, (take) => write(report, take), files));
      } else if (files.exists(join(outputDir, name))) files.remove(join(outputDir, name));
    } catch (error) {
      failed.push(name);
      reason ||= printReason(error);
    }
  }
  if (failed.length === 0) return { written, gaps: [] };
  return { written, gaps: [`${failed.join(', ')} could not be written to ${outputDir} (${reason})`] };
};
