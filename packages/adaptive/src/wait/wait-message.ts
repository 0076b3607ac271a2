import { printCount, printError, printMs, printValue } from '../print.js';
import type { Sighting } from './sighting.js';

/** What is known of a wait that was in vain. */
export interface FailedWait {
  /** What was waited for. */
  readonly what: string;
  readonly limitMs: number;
  /** The limit as it was asked for, before it was fitted to the machine. */
  readonly askedMs: number;
  /** How the fitted limit came about. */
  readonly fit: string | undefined;
  readonly polls: number;
  readonly pending: boolean;
  readonly last: Sighting | undefined;
  /** When it came true after all, since the beginning. */
  readonly trueAfterMs: number | undefined;
  /** How long it was watched after the limit. */
  readonly watchedMs: number;
}

const lastText = ({ last, pending }: FailedWait): string => {
  const seen =
    last === undefined
      ? ''
      : last.threw
        ? `Last error: ${printError(last.error)}`
        : `Last value: ${printValue(last.value)}`;
  if (!pending) return seen;
  return ['The last poll had not answered yet.', seen].filter((text) => text !== '').join('\n');
};

/** What a wait that timed out says. */
export const timedOutMessage = (wait: FailedWait): string => {
  const fitted = wait.fit === undefined ? '' : ` (asked ${printMs(wait.askedMs)}; ${wait.fit})`;
  const after =
    wait.trueAfterMs === undefined
      ? `It did not come true in the ${printMs(wait.watchedMs)} after that either.`
      : `It came true right after, at ${printMs(wait.trueAfterMs)}: the limit was too short.`;
  return [
    `Waited ${printMs(wait.limitMs)}${fitted} for ${wait.what}, in vain (${printCount(wait.polls, 'poll')}).`,
    lastText(wait),
    after,
  ]
    .filter((line) => line !== '')
    .join('\n');
};
