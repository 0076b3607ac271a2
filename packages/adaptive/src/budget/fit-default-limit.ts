import type { KnownEvidence } from '@holdfast/journal/sandbox';
import { handedProfile } from '../machine/handed-profile.js';
import { printMs } from '../print.js';
import { handedSettings } from '../settings/handed-settings.js';
import { fitLimit } from './fit-limit.js';

/** The runner's own default limit, as it was fitted. */
export interface FittedDefault {
  readonly limitMs: number;
  /** What a failing test's evidence says of it, under `budget`. */
  readonly fact: KnownEvidence['budget'];
}

/**
 * For adapters: the runner's own default limit, fitted to the machine. Undefined where it stays as it is: the setting
 * `fitLimits` is off, no main process handed over settings and a machine profile, the runner has no limit, or the
 * machine asks for no other one. A faster machine never gets a shorter limit.
 */
export const fitDefaultLimit = (
  askedMs: unknown,
  of: 'limit' | 'hook limit' = 'limit',
): FittedDefault | undefined => {
  if (typeof askedMs !== 'number' || !(askedMs > 0) || !Number.isFinite(askedMs)) return undefined;
  if (handedSettings()?.fitLimits !== true || handedProfile() === undefined) return undefined;
  const { limitMs, reason = 'settings' } = fitLimit(askedMs);
  if (limitMs === askedMs) return undefined;
  const [asked, fitted] = [printMs(askedMs), printMs(limitMs)];
  const text = `${of} ${asked} fitted to ${fitted}: ${reason}`;
  return { limitMs, fact: { what: 'limit', asked, fitted, reason, text } };
};
