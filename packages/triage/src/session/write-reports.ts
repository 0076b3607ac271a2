import { join } from 'node:path';
import type { ReportFormat } from '../options.js';
import { heldJson } from '../report/held-json.js';
import { renderAgent } from '../report/render-agent.js';
import { writeCsv } from '../report/render-csv.js';
import { writeCtrf } from '../report/render-ctrf.js';
import { writeJson } from '../report/render-json.js';
import { writeJunit } from '../report/render-junit.js';
import { renderMarkdown } from '../report/render-markdown.js';
import { writePage } from '../report/render-page.js';
import { writeText } from '../report/render-text.js';
import type { Report } from '../report/report.js';
import { type FileSystem, fileSystem } from './file-system.js';
import { makeFolder } from './make-folder.js';
import { pageShell } from './page-shell.js';
import { type StagedFile, stageFile } from './write-atomically.js';

interface ReportFile {
  readonly format: ReportFormat;
  readonly name: string;
  readonly write: (report: Report, write: (part: string) => void, json: typeof writeJson) => void;
  /** How every report of this format begins: what begins otherwise is somebody's own file. */
  readonly begins: RegExp;
}

/** The reports, in the order they are written and named. */
const REPORT_FILES: readonly ReportFile[] = [
  {
    format: 'text',
    name: 'report.txt',
    write: writeText,
    begins: /^Holdfast report: /,
  },
  {
    format: 'html',
    name: 'report.html',
    write: (report, write, json) => writePage(report, pageShell(), write, json),
    begins: /^<!doctype html>\s*<!-- Written by Holdfast\. -->/,
  },
  {
    format: 'markdown',
    name: 'summary.md',
    write: (report, write) => write(renderMarkdown(report)),
    begins: /^## Holdfast: /,
  },
  {
    format: 'csv',
    name: 'inventory.csv',
    write: writeCsv,
    begins: /^\uFEFFid,title,file,line,category,cause,/,
  },
  {
    format: 'ctrf',
    name: 'ctrf-report.json',
    write: writeCtrf,
    begins: /^\{\s*"reportFormat":\s*"CTRF",\s*"specVersion":\s*"[^"]*",\s*"generatedBy":\s*"holdfast"/,
  },
  {
    format: 'junit',
    name: 'junit.xml',
    write: writeJunit,
    begins: /^<\?xml [^>]*>\s*<!-- Written by Holdfast\. -->/,
  },
  {
    format: 'agent',
    name: 'agent.txt',
    write: (report, write) => write(renderAgent(report)),
    begins: /^Holdfast, in short: /,
  },
  {
    format: 'json',
    name: 'report.json',
    write: (report, write, json) => json(report, write),
    begins: /^\{\s*"format":\s*"holdfast-report"/,
  },
];

export interface WrittenReports {
  /** Absolute paths. */
  readonly written: readonly string[];
  /** A sentence for what could not be written, and one for what belongs to somebody else. */
  readonly gaps: readonly string[];
}

const printReason = (error: unknown): string => {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return String(code ?? message ?? error);
};

const HEAD_BYTES = 200;

const headOf = (path: string, files: FileSystem): string => {
  const descriptor = files.open(path, 'r');
  try {
    const head = new Uint8Array(HEAD_BYTES);
    const length = files.read(descriptor, head, 0, HEAD_BYTES, 0);
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(head.subarray(0, length));
  } finally {
    files.close(descriptor);
  }
};

/** Whether a file lies there that Holdfast did not write: a report of another tool, a page of the project. */
const isForeign = (path: string, begins: RegExp, files: FileSystem): boolean => {
  if (!files.exists(path) || !files.stat(path).isFile()) return false;
  const head = headOf(path, files);
  return head !== '' && !begins.test(head);
};

const refusal = (names: readonly string[], folder: string): string =>
  `Holdfast did not write what is called ${names.join(', ')} in ${folder}, and left it alone: choose another outputDir`;

/** Whether the system refused it, which has no room for the others either; else it is this report that cannot be made. */
const isSystems = (error: unknown): boolean =>
  typeof (error as { syscall?: unknown } | undefined)?.syscall === 'string';

/**
 * Writes the chosen reports, each atomically. The folder does not mix the reports of two runs: a report of a format that
 * is switched off is removed, and where there is no room for one of them, all of an earlier run stay as they are. Only what
 * the system does not let go, as a file that another program has locked, stays beside new ones, and is named. A file of
 * somebody else is neither replaced nor removed. Never throws: what fails is one sentence.
 */
export const writeReports = (
  report: Report,
  outputDir: string,
  formats: readonly ReportFormat[],
  files: FileSystem = fileSystem,
): WrittenReports => {
  const written: string[] = [];
  const failed: string[] = [];
  const foreign: string[] = [];
  const outdated: string[] = [];
  const staged = new Map<string, StagedFile>();
  let reason = '';
  let isFull = false;
  const attempt = (name: string, action: () => void): void => {
    try {
      action();
    } catch (error) {
      if (!failed.includes(name)) failed.push(name);
      reason ||= printReason(error);
    }
  };
  // Two files hold its text.
  const json = formats.includes('html') && formats.includes('json') ? heldJson() : writeJson;
  const stage = ({ name, write }: ReportFile): void => {
    try {
      const file = stageFile(outputDir, name, (take) => write(report, take, json), files);
      staged.set(name, file);
    } catch (error) {
      if (isSystems(error)) isFull = true;
      else outdated.push(name);
      throw error;
    }
  };
  try {
    makeFolder(outputDir, files);
  } catch (error) {
    return { written, gaps: [`No report was written: ${outputDir} cannot be made (${printReason(error)})`] };
  }
  for (const one of REPORT_FILES) {
    const { format, name, begins } = one;
    const isWanted = formats.includes(format);
    attempt(name, () => {
      if (isForeign(join(outputDir, name), begins, files)) {
        if (isWanted) foreign.push(name);
      } else if (isWanted && !isFull) stage(one);
      else (isWanted ? failed : outdated).push(name);
    });
  }
  if (isFull) {
    failed.unshift(...staged.keys());
    for (const file of staged.values()) file.discard();
  } else {
    for (const name of outdated) {
      const path = join(outputDir, name);
      attempt(name, () => files.exists(path) && files.remove(path));
    }
    for (const [name, file] of staged) {
      attempt(name, () => {
        file.replace();
        written.push(file.path);
      });
    }
  }
  const gaps = foreign.length === 0 ? [] : [refusal(foreign, outputDir)];
  if (failed.length > 0) gaps.push(`${failed.join(', ')} could not be written to ${outputDir} (${reason})`);
  return { written, gaps };
};
