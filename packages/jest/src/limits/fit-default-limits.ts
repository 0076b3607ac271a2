import { type FittedDefault, type fitDefaultLimit, handedSettings } from '@holdfast/adaptive/sandbox';
import type { CircusState } from '../circus/circus-state.js';
import { load } from '../sandbox/load.js';

/** Loaded only where it is wanted: most projects do not ask for it, and each test file would pay. */
const loadFit = (): typeof fitDefaultLimit =>
  (load('@holdfast/adaptive/sandbox') as { fitDefaultLimit: typeof fitDefaultLimit }).fitDefaultLimit;

/**
 * Fits Jest's default limit of tests and hooks to the machine, where the setting `fitLimits` asks for it. A limit that a
 * test, a hook or `jest.setTimeout` names counts for more, as ever. Undefined where the limit stays as it is.
 */
export const fitDefaultLimits = (state: CircusState): FittedDefault | undefined => {
  if (handedSettings()?.fitLimits !== true) return undefined;
  const fitted = loadFit()(state.testTimeout);
  if (fitted !== undefined) state.testTimeout = fitted.limitMs;
  return fitted;
};
