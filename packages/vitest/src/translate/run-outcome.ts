import type { FileError, FileOutcome, RunError, RunnerTotals } from '@holdfast/triage';
import { fileOutcome } from './file-outcome.js';
import { runnerTotals } from './runner-totals.js';
import { unhandledError } from './unhandled-error.js';
import type { VitestFile } from './vitest-task.js';

/** A run as Vitest's reporter interface tells it at its end. */
export interface VitestRun {
  readonly files: readonly VitestFile[];
  readonly unhandledErrors: readonly unknown[];
  readonly reason: string;
  /** Vitest's option `dangerouslyIgnoreUnhandledErrors`. */
  readonly ignoresUnhandledErrors: boolean;
  readonly interrupted?: RunnerTotals['interrupted'];
  /** Absolute paths of files known to have lost their worker, for errors that name no file. */
  readonly lostFiles?: readonly string[];
}

/** The same as the session wants it. */
export interface RunOutcome {
  readonly files: readonly FileOutcome[];
  readonly errors: readonly RunError[];
  readonly totals: RunnerTotals;
}

/** Whether a file began and did not come to its end. */
const isUnfinished = ({ mode, result }: VitestFile): boolean => {
  const state = result?.state;
  return mode !== 'skip' && mode !== 'todo' && (state === undefined || state === 'run' || state === 'queued');
};

const asFileError = ({ error }: RunError): FileError => ({ kind: 'worker', phase: 'worker', error });

const NO_REASON: FileError = {
  kind: 'worker',
  phase: 'worker',
  error: { name: 'Error', message: 'The worker ended before the file did, and Vitest does not say why' },
};

/**
 * Lays the ends of workers at the doors of the files that they were running. Vitest 3 and 4 do not say which
 * file it was, but leave it unfinished.
 */
const laidAtDoors = (
  run: VitestRun,
  errors: readonly RunError[],
): [Map<VitestFile, FileError>, RunError[]] => {
  const unfinished = run.files.filter(isUnfinished);
  const crashes = new Map<VitestFile, FileError>();
  const rest: RunError[] = [];
  const nameless: RunError[] = [];
  for (const error of errors) {
    if (error.kind !== 'worker') {
      rest.push(error);
      continue;
    }
    const file = unfinished.find((one) => one.filepath === error.path && !crashes.has(one));
    if (file) crashes.set(file, asFileError(error));
    else if (error.path === undefined) nameless.push(error);
    else rest.push(error);
  }
  for (const path of run.lostFiles ?? []) {
    const file = unfinished.find((one) => one.filepath === path && !crashes.has(one));
    const error = file && nameless.shift();
    if (file && error) crashes.set(file, asFileError(error));
  }
  const open = unfinished.filter((file) => !crashes.has(file));
  // In a run that was cut short an unfinished file is no sign of a crash.
  const charged = run.interrupted === undefined ? open : open.length <= nameless.length ? open : [];
  for (const file of charged) {
    const error = nameless.shift();
    crashes.set(file, error ? asFileError(error) : NO_REASON);
  }
  return [crashes, [...rest, ...nameless]];
};

/** A run as data for the session. Pure: what Vitest gave is not changed. */
export const runOutcome = (run: VitestRun): RunOutcome => {
  const [crashes, errors] = laidAtDoors(run, run.unhandledErrors.map(unhandledError));
  const files = run.files.map((file) => fileOutcome(file, crashes.get(file)));
  const failed = run.reason !== 'passed' || (run.unhandledErrors.length > 0 && !run.ignoresUnhandledErrors);
  const { interrupted } = run;
  return {
    files,
    errors,
    totals: runnerTotals({ files, failed, ...(interrupted === undefined ? {} : { interrupted }) }),
  };
};
