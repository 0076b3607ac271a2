/*
 * For `setupFilesAfterEnv`. Runs anew in the sandbox of every test file, before the file itself: adds Holdfast's
 * assertions, fits the default limits where that is asked for, and, where a reporter asked for it, writes down what
 * happens in the file while it happens.
 */
import { connectEvidence, type FittedDefault } from '@holdfast/adaptive/sandbox';
import { createRecorder, guarded, openEvidence, openLeases, RUN_DIRECTORY_VARIABLE } from '@holdfast/journal';
import { registerMatchers } from './assertions/register-matchers.js';
import { AttemptLog } from './circus/attempt-log.js';
import { type CircusState, findCircusState } from './circus/circus-state.js';
import { followEvents } from './circus/follow-events.js';
import { followEnd, followLeftOvers, followState } from './circus/follow-state.js';
import { evidenceFor, leasesFor } from './evidence/evidence-for.js';
import { matchersState } from './evidence/matchers-state.js';
import { watchLeaks } from './leaks/watch-leaks.js';
import { fitDefaultLimits } from './limits/fit-default-limits.js';

const observe = (state: CircusState | undefined, defaultLimit: FittedDefault | undefined): void => {
  const path = matchersState(globalThis)?.testPath;
  if (!process.env[RUN_DIRECTORY_VARIABLE] || typeof path !== 'string') return;
  const recorder = createRecorder({ runner: 'jest', path });
  if (state === undefined) return;
  const log = new AttemptLog(state, recorder, defaultLimit);
  followLeftOvers(state, log);
  if (!followEvents(globalThis, log)) {
    followState(state, log);
    followEnd(state, log);
  }
  const port = evidenceFor(globalThis, state, log);
  openEvidence(globalThis, port.record);
  openLeases(globalThis, leasesFor(globalThis, state, log));
  connectEvidence(port);
  guarded(() => watchLeaks(globalThis, state, log))();
};

guarded(() => registerMatchers(globalThis))();
guarded(() => {
  const state = findCircusState(globalThis);
  observe(state, state && fitDefaultLimits(state));
})();
