import { connectEvidence, type FittedDefault } from '@holdfast/adaptive/sandbox';
import { createRecorder, guarded, openEvidence, openLeases, type SandboxProcess } from '@holdfast/journal';
import { evidenceFor, leasesFor } from '../evidence/evidence-for.js';
import { matchersState } from '../evidence/matchers-state.js';
import { type LeakParts, watchLeaks } from '../leaks/watch-leaks.js';
import { AttemptLog } from './attempt-log.js';
import type { CircusState } from './circus-state.js';
import { followEvents } from './follow-events.js';
import { followEnd, followLeftOvers, followState } from './follow-state.js';

/** A test file as its setup file knows it. */
export interface ObservedFile extends LeakParts {
  /** The global object of the file's sandbox. */
  readonly sandbox: { readonly process?: SandboxProcess };
  /** Undefined under another test runner than jest-circus. */
  readonly state: CircusState | undefined;
  /** Jest's default limit of tests and hooks, where it was fitted. */
  readonly defaultLimit: FittedDefault | undefined;
}

/** Writes down what happens in a test file while it happens. */
export const observeFile = ({ sandbox, state, defaultLimit, ...leakParts }: ObservedFile): void => {
  const path = matchersState(sandbox)?.testPath;
  if (typeof path !== 'string') return;
  const recorder = createRecorder({ runner: 'jest', path, process: sandbox.process });
  if (state === undefined) return;
  const log = new AttemptLog(state, recorder, defaultLimit);
  followLeftOvers(state, log);
  if (!followEvents(sandbox, log)) {
    followState(state, log);
    followEnd(state, log);
  }
  const port = evidenceFor(sandbox, state, log);
  openEvidence(sandbox, port.record);
  openLeases(sandbox, leasesFor(sandbox, state, log));
  connectEvidence(port, sandbox);
  guarded(() => watchLeaks(sandbox, state, log, leakParts))();
};
