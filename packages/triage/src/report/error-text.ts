import type { ErrorSnapshot } from '@holdfast/journal';

const DEEPEST = 8;
const FRAME = /^\s*(?:at \S|❯ \S)/;

const headOf = ({ name, code, message }: ErrorSnapshot): string => {
  const label = name === undefined ? '' : `${name}${code === undefined ? '' : ` [${code}]`}`;
  if (label === '' || message.startsWith(label)) return message;
  return message === '' ? label : `${label}: ${message}`;
};

/** Class and message, the frames, then what caused it, as a JavaScript engine would print them. */
export const errorText = (error: ErrorSnapshot, depth = 0): string => {
  const frames = (error.stack ?? '').split('\n').filter((line) => FRAME.test(line));
  const own = [headOf(error), ...frames.map((line) => `    ${line.trim()}`)].join('\n');
  if (error.cause === undefined || depth >= DEEPEST) return own;
  return `${own}\nCaused by: ${errorText(error.cause, depth + 1)}`;
};

/** All errors of an attempt, the deciding one first. */
export const errorsText = (errors: readonly ErrorSnapshot[]): string =>
  errors.length === 0
    ? 'the error of this attempt is not known'
    : errors.map((error) => errorText(error)).join('\n\n');
