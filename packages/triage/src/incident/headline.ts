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

/** Headline of an incident that shares a shape and no named thing: what the error says. */
export const headline = (failure: Failure, verdict: Verdict): string => {
  const error = decidingAttempt(failure)?.errors[0];
  if (error === undefined) return failure.title.at(-1) ?? failure.file ?? verdict.why;
  const line = firstLine(error.message);
  const name = error.name !== undefined && error.name !== 'Error' ? error.name : undefined;
  if (line === '') return name ?? verdict.why;
  return name === undefined || line.startsWith(name) ? line : `${name}: ${line}`;
};
