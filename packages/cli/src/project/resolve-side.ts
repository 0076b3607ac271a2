import { resolve } from 'node:path';
import { type History, type HistoryRun, type Side, viewOfReport, viewOfRun } from '@holdfast/triage/analysis';
import { InputError } from '../input-error.js';
import { resolveCommit } from '../process/git.js';
import { loadReport, reportFile } from './load-report.js';

/** So many of the latest runs of a branch or a commit stand for it. */
export const MOST_RUNS = 20;

const sideOf = (label: string, runs: readonly HistoryRun[], history: History): Side => ({
  label,
  runs: runs.slice(-MOST_RUNS).map((run) => viewOfRun(run, history)),
});

const startsWith = (text: string | undefined, part: string): boolean =>
  text !== undefined && part.length >= 4 && text.startsWith(part);

/** The latest run, or with `offset` one before it; shards of one commit are one run to nobody here. */
const runAt = ({ runs }: History, offset: number): HistoryRun[] => {
  const run = runs.at(-1 - offset);
  return run === undefined ? [] : [run];
};

/**
 * What a word on the command line stands for: a report file or its folder, `latest`, `previous`, the id of a run, a branch,
 * or anything that git takes for a commit (a tag, a part of a hash, `HEAD~2`).
 * @throws InputError
 */
export const resolveSide = async (word: string, history: History, cwd: string): Promise<Side> => {
  if (reportFile(resolve(cwd, word)) !== undefined) {
    const report = await loadReport(word, cwd);
    const kept = history.runs.find(({ id }) => id === report.run.id);
    // The history knows the passed tests too.
    return { label: word, runs: [kept === undefined ? viewOfReport(report) : viewOfRun(kept, history)] };
  }
  const named = word === 'latest' ? runAt(history, 0) : word === 'previous' ? runAt(history, 1) : [];
  if (named.length > 0) return sideOf(word, named, history);
  const byId = history.runs.filter(({ id }) => id === word || startsWith(id, word));
  if (byId.length > 0) return sideOf(word, byId, history);
  const byBranch = history.runs.filter(({ branch }) => branch === word);
  if (byBranch.length > 0) return sideOf(word, byBranch, history);
  const commit = resolveCommit(cwd, word) ?? (/^[0-9a-f]{7,64}$/.test(word) ? word : undefined);
  const byCommit = history.runs.filter((run) => commit !== undefined && startsWith(run.commit, commit));
  if (byCommit.length > 0) return sideOf(word, byCommit, history);
  if (commit !== undefined)
    throw new InputError(`the history has no run of ${word} (${commit.slice(0, 12)}); name a report instead`);
  throw new InputError(
    `"${word}" is no report, and no run, branch or commit that the history knows${history.runs.length === 0 ? ': it is empty' : ''}`,
  );
};
