import { type Configurable, fitDefaultLimits } from '../limits/fit-default-limits.js';
import { fileWatcher } from './file-watcher.js';
import { PROJECT_VARIABLE } from './project-variable.js';
import { type RunnerPrototype, watchRunner } from './watch-runner.js';

/** A worker as its setup file knows it. */
export interface ObservedWorker {
  readonly prototype: RunnerPrototype;
  /** The file that is about to load. */
  readonly path: string | undefined;
  readonly vi: Configurable;
  /** Loads a module of Holdfast's, at once. */
  readonly load: (name: string) => unknown;
  /** Called after each file. */
  readonly fileEnded: () => void;
}

/** Writes down what happens in the test files of this worker while it happens. */
export const observeFiles = ({ prototype, path, vi, load, fileEnded }: ObservedWorker): void => {
  const fitLimits = () => fitDefaultLimits(vi, load);
  const project = process.env[PROJECT_VARIABLE];
  watchRunner(prototype, fileWatcher({ path, project, fitLimits, load, fileEnded }));
};
