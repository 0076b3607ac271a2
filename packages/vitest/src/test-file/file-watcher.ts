import { createRecorder, openEvidence } from '@holdfast/journal';
import { AttemptLog } from './attempt-log.js';
import type { RunnerWatcher } from './watch-runner.js';

const openLog = (path: string, project: string | undefined): AttemptLog =>
  new AttemptLog(path, createRecorder({ runner: 'vitest', path, ...(project ? { project } : {}) }));

/**
 * Writes down what happens in the test files of this worker.
 * @param path the file that is about to load, so that a worker that dies while it loads has said so
 */
export const fileWatcher = (path: string | undefined, project: string | undefined): RunnerWatcher => {
  let log = path === undefined ? undefined : openLog(path, project);
  openEvidence(globalThis, (name, data) => log?.evidence(name, data));
  return {
    fileStarted: (file) => {
      // A set-up file in node_modules is evaluated once in a worker that keeps its modules.
      if (log?.path !== file.filepath) log = openLog(file.filepath, file.projectName);
    },
    attemptStarted: (test) => log?.started(test),
    bodyEnded: (test) => log?.bodyEnded(test),
    suiteEnded: (suite) => log?.suiteEnded(suite),
    fileEnded: () => {
      log?.fileEnded();
      log = undefined;
    },
  };
};
