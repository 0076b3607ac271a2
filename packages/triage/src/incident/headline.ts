import { decidingAttempt } from '../classify/deciding-error.js';
import type { Failure } from '../failure.js';
import type { Verdict } from '../verdict.js';

const LONGEST = 160;

/** First line of a text that says something, without indentation. */
export const firstLine = (text: string): string => {
  const match = /\S[^\r\n]*/.exec(text.slice(0, 4_000));
  const line = match === null ? '' : match[0].trimEnd();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
};

/**
 * Headline of an incident that has no named thing in common: which test it is, because a team knows its tests by
 * name; for a file, hook or run without a title what the error says.
 */
export const headline = (failure: Failure, verdict: Verdict): string => {
  if (failure.title.length > 0) return firstLine(failure.title.join(' > ').replace(/\s+/g, ' '));
  const error = decidingAttempt(failure)?.errors[0];
  const line = error === undefined ? '' : firstLine(error.message);
  return line === '' ? (error?.name ?? failure.file ?? verdict.why) : line;
};
