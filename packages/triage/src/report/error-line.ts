import type { ReportFailure } from './report.js';

const LONGEST = 4_000;

/** Names that every assertion or every error has; they tell nothing beside the message. */
const PLAIN_NAME = /^(?:Error|error|AssertionError|JestAssertionError|JestExtendError)$/;

/** What Jest and Vitest add to a message for a reader of code. */
const HINT = / \/\/ (?:Object\.is|deep) equality\s*$/;

const firstLineOf = (text: string): string => /\S[^\r\n]*/.exec(text)?.[0].trimEnd() ?? '';

/** The line after the headline, unless it opens a diff. */
const afterHeadline = (message: string): string | undefined => {
  const [, line] = /^\s*\S[^\r\n]*[\r\n]\s*(\S[^\r\n]*)/.exec(message) ?? [];
  return line === undefined || /^[-+]/.test(line) ? undefined : line.trimEnd();
};

/**
 * The first line of Jest's and of its like names only the matcher. What was expected and received stands in lines of
 * its own; a matcher of another origin says what it found in the next.
 */
const comparison = (message: string): string | undefined => {
  if (!/^\s*expect\(/.test(message)) return undefined;
  const lines = message.match(/^\s*(?:Expected|Received)[^\r\n]*:[ \t]*\S[^\r\n]*/gm) ?? [];
  if (lines.length === 0) return afterHeadline(message);
  return lines.map((line) => line.trim().replace(/\s+/g, ' ')).join(', ');
};

/** The deciding error in one line: its class, where that says more than "Error", and the gist of its message. */
export const errorLine = ({ attempts }: ReportFailure): string => {
  const error = attempts.findLast(({ errors }) => errors.length > 0)?.errors[0];
  if (error === undefined) return '';
  const message = error.message.slice(0, LONGEST);
  const line = (comparison(message) ?? firstLineOf(message)).replace(HINT, '');
  const { name } = error;
  if (name === undefined || PLAIN_NAME.test(name) || line.startsWith(name)) return line;
  return line === '' ? name : `${name}: ${line}`;
};
