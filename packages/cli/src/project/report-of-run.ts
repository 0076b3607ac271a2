import { statSync } from 'node:fs';
import { type FileHistoryStore, type RunView, viewOfReport, viewOfRun } from '@holdfast/triage/analysis';
import { readAnyReport, reportFile } from './load-report.js';

const stampOf = (path: string): string => {
  const file = reportFile(path);
  if (file === undefined) return '';
  const { mtimeMs, ino, size } = statSync(file);
  return `${mtimeMs} ${ino} ${size}`;
};

/** Follows the report at a path from run to run: tells the one that a run left from one that was there before. */
export const createReportWatch = (path: string, cwd: string, store: FileHistoryStore) => {
  let before = stampOf(path);
  return {
    /** The run that has just left its report, or why it cannot be read; empty where it left none. */
    async take(): Promise<{ readonly view?: RunView; readonly problem?: string }> {
      const now = stampOf(path);
      const file = reportFile(path);
      if (now === before || file === undefined) return {};
      before = now;
      const read = await readAnyReport(file, cwd);
      if ('problem' in read) return { problem: read.problem };
      const { report } = read;
      const history = store.read({ last: 8 });
      const kept = history.runs.find(({ id }) => id === report.run.id);
      // The history knows the passed tests too.
      return { view: kept === undefined ? viewOfReport(report) : viewOfRun(kept, history) };
    },
  };
};
