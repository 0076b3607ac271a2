import type { ErrorSnapshot } from '@holdfast/journal';
import { stripAnsi } from '../../classify/strip-ansi.js';
import { cutText } from '../text/cut-text.js';
import { readElixirError } from './read-elixir-error.js';
import { readPythonError } from './read-python-error.js';
import { readStackedError } from './read-stacked-error.js';

const LONGEST = 64_000;
const PYTHON = /^E {3}|^Traceback \(most recent call last\):|^\s*\S+\.py:\d+: /m;
const ELIXIR = /^\s*\*\* \(|^\s*stacktrace:\s*$|\.exs:\d+/m;

export interface ReadErrorHints {
  /** Class of the error, where the log names it apart. */
  readonly name?: string;
  /** The message, where the log gives it apart from the stack. */
  readonly message?: string;
}

/**
 * An error as a tool printed it: message, class, code, stack and causes taken apart. The text may be in the words of
 * JavaScript, Java, Go, Python or Elixir. Never throws; a text that tells nothing is the message.
 */
export const readError = (text: string, hints: ReadErrorHints = {}): ErrorSnapshot => {
  const plain = cutText(stripAnsi(text), LONGEST).replace(/\r\n?/g, '\n');
  const read = PYTHON.test(plain) ? readPythonError : ELIXIR.test(plain) ? readElixirError : readStackedError;
  const found = read(plain);
  const message = stripAnsi(hints.message ?? '').trim();
  const isBare = found.message.trim() === '';
  const name = found.name ?? hints.name;
  return {
    ...found,
    ...(name === undefined || name === '' ? {} : { name }),
    message: isBare ? message : found.message,
  };
};
