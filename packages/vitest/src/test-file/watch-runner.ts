import { guarded } from '@holdfast/journal';
import type { VitestFile } from '../translate/vitest-task.js';
import type { RunningSuite, RunningTest } from './runner-task.js';

/** Told by Vitest's runner of what it does. */
export interface RunnerWatcher {
  /** A file is about to be loaded, its setup files included. */
  fileOpened(file: VitestFile): void;
  fileStarted(file: VitestFile): void;
  attemptStarted(test: RunningTest): void;
  bodyEnded(test: RunningTest): void;
  suiteEnded(suite: RunningSuite): void;
  fileEnded(file: VitestFile): void;
}

type Method = (this: unknown, ...values: never[]) => unknown;

/** Vitest's class of runners: its methods are called at these moments, and subclasses call them too. */
export type RunnerPrototype = Partial<
  Record<
    'onCollectStart' | 'onBeforeRunSuite' | 'onBeforeTryTask' | 'onTaskFinished' | 'onAfterRunSuite',
    Method
  >
>;

const WATCHER = Symbol.for('holdfast.vitest.watcher');

type Watched = RunnerPrototype & { [WATCHER]?: { current: RunnerWatcher } };

const isFile = (suite: object): suite is VitestFile => 'filepath' in suite;

/**
 * Has the runner's own methods tell a watcher. Hooks would not do: a hook of a set-up file makes Vitest resolve
 * automatic fixtures before the hooks of the test file, and tell the main process of each run of it.
 * In a worker that runs several files, the last watcher replaces those before.
 */
export const watchRunner = (prototype: RunnerPrototype, watcher: RunnerWatcher): void => {
  const watched = prototype as Watched;
  const known = watched[WATCHER];
  if (known) {
    known.current = watcher;
    return;
  }
  const place = { current: watcher };
  Object.defineProperty(watched, WATCHER, { value: place });
  const before = (name: keyof RunnerPrototype, tell: (task: never) => void): void => {
    const original = watched[name];
    const guardedTell = guarded(tell);
    watched[name] = function (this: unknown, ...values: never[]) {
      guardedTell(values[0] as never);
      return original?.apply(this, values);
    };
  };
  before('onCollectStart', (file: VitestFile) => place.current.fileOpened(file));
  before('onBeforeRunSuite', (suite: RunningSuite) => {
    if (isFile(suite)) place.current.fileStarted(suite);
  });
  before('onBeforeTryTask', (test: RunningTest) => place.current.attemptStarted(test));
  before('onTaskFinished', (test: RunningTest) => place.current.bodyEnded(test));
  before('onAfterRunSuite', (suite: RunningSuite) => {
    place.current.suiteEnded(suite);
    if (isFile(suite)) place.current.fileEnded(suite);
  });
};
