/*
 * For `setupFilesAfterEnv`. Runs anew in the sandbox of every test file, before the file itself, and writes down
 * what happens in it while it happens. Without a reporter that asked for it, it does nothing.
 */
import { createRecorder, guarded, openEvidence, RUN_DIRECTORY_VARIABLE } from '@holdfast/journal';
import { AttemptLog } from './circus/attempt-log.js';
import { findCircusState } from './circus/circus-state.js';
import { followEvents } from './circus/follow-events.js';
import { followEnd, followLeftOvers, followState } from './circus/follow-state.js';
import { evidenceFor } from './evidence/evidence-for.js';
import { matchersState } from './evidence/matchers-state.js';

const observe = guarded((): void => {
  const path = matchersState(globalThis)?.testPath;
  if (!process.env[RUN_DIRECTORY_VARIABLE] || typeof path !== 'string') return;
  const recorder = createRecorder({ runner: 'jest', path });
  const state = findCircusState(globalThis);
  if (state === undefined) return;
  const log = new AttemptLog(state, recorder);
  followLeftOvers(state, log);
  if (!followEvents(globalThis, log)) {
    followState(state, log);
    followEnd(state, log);
  }
  openEvidence(globalThis, evidenceFor(globalThis, state, log));
});

observe();
