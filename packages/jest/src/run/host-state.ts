import type { ReporterOptions } from '../reporter-options.js';
import type { ActiveRun } from './active-run.js';

/** What the configuration, the reporter and the global hooks know of each other; all live in Jest's own process. */
export interface HostState {
  options: ReporterOptions;
  /** The user's own modules, as the configuration named them, behind Holdfast's. */
  globalSetup?: string;
  globalTeardown?: string;
  /** Path of Holdfast's own tear-down module, where it stands before the user's. */
  teardownModule?: string;
  run?: ActiveRun;
  /** The configuration keeps watch mode from looking at the reports. */
  isOutputIgnored?: boolean;
  /** A run's report waits for its global tear-down. */
  finishAfterTeardown?: () => void;
  /** A reporter was made, or a global hook reported. */
  isHeard: boolean;
  /** The last look at the exit code is taken. */
  isWatched: boolean;
}

const KEY = Symbol.for('holdfast.jest.host');

/** One state whichever copy of this module asks. */
export const hostState = (): HostState => {
  const place = globalThis as { [KEY]?: HostState };
  place[KEY] ??= { options: {}, isHeard: false, isWatched: false };
  return place[KEY];
};
