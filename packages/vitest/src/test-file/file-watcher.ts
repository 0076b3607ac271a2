import { connectEvidence } from '@holdfast/adaptive/sandbox';
import { createRecorder, guarded, openEvidence, openLeases } from '@holdfast/journal';
import { type LeakWatch, watchLeaks } from '../leaks/watch-leaks.js';
import type { FittedDefaults } from '../limits/fit-default-limits.js';
import { attemptEntered } from '../test-function/attempt-entered.js';
import type { VitestFile } from '../translate/vitest-task.js';
import { AttemptLog } from './attempt-log.js';
import type { RunnerWatcher } from './watch-runner.js';

export interface WatchedFile {
  /** The file that is about to load, so that a worker that dies while it loads has said so. */
  readonly path: string | undefined;
  readonly project: string | undefined;
  /** Fits the default limits for the file that is about to load. */
  readonly fitLimits: () => FittedDefaults;
  /** Loads a module of Holdfast's, at once. */
  readonly load: (name: string) => unknown;
  /** Called after each file. */
  readonly fileEnded?: () => void;
}

/** Writes down what happens in the test files of this worker. */
export const fileWatcher = ({ path, project, fitLimits, load, fileEnded }: WatchedFile): RunnerWatcher => {
  let defaults = fitLimits();
  const openLog = (file: string, ofProject: string | undefined): AttemptLog => {
    const recorder = createRecorder({
      runner: 'vitest',
      path: file,
      ...(ofProject ? { project: ofProject } : {}),
    });
    return new AttemptLog(file, recorder, defaults);
  };
  let log = path === undefined ? undefined : openLog(path, project);
  let opened: VitestFile | undefined;
  let leaks: LeakWatch | undefined;
  /** In a worker that keeps its modules, a file may have something to say before its tests begin. */
  const logNow = (): AttemptLog | undefined => {
    if (opened !== undefined) log = openLog(opened.filepath, opened.projectName);
    opened = undefined;
    return log;
  };
  openEvidence(globalThis, (name, data) => logNow()?.evidence(name, data));
  connectEvidence({
    record: guarded((name, data) => logNow()?.evidence(name, data)),
    recordOnFailure: guarded((name, data) => logNow()?.evidenceOnFailure(name, data)),
  });
  openLeases(globalThis, (claim) => logNow()?.lease(claim) ?? (() => {}));
  return {
    fileOpened: (file) => {
      defaults = fitLimits();
      opened = file;
    },
    fileStarted: (file) => {
      opened = undefined;
      // A set-up file in node_modules is evaluated once in a worker that keeps its modules.
      if (log?.path !== file.filepath) log = openLog(file.filepath, file.projectName);
      leaks = watchLeaks((test, name, data) => log?.evidenceOf(test, name, data), load);
    },
    attemptStarted: (test) => {
      log?.started(test);
      attemptEntered(test);
      leaks?.attemptStarted(test);
    },
    bodyEnded: (test) => log?.bodyEnded(test),
    suiteEnded: (suite) => log?.suiteEnded(suite),
    fileEnded: () => {
      leaks?.fileEnded();
      leaks = undefined;
      log?.fileEnded();
      log = undefined;
      fileEnded?.();
    },
  };
};
