import type { Screen } from '../session.js';

/** The part of a terminal's stream that says what it can show. */
export interface OutputStream {
  readonly columns?: number;
  readonly isTTY?: boolean;
}

const isSet = (value: string | undefined): boolean => value !== undefined && value !== '';

/** What the terminal can show. NO_COLOR goes before FORCE_COLOR, and both before the kind of the stream. */
export const screenOf = (
  stream: OutputStream,
  environment: Readonly<Record<string, string | undefined>>,
): Screen => {
  const isTTY = stream.isTTY === true;
  const { NO_COLOR, FORCE_COLOR, TERM } = environment;
  const wantsColors =
    FORCE_COLOR === undefined ? isTTY && TERM !== 'dumb' : !/^(?:0|false)$/.test(FORCE_COLOR);
  return { width: stream.columns || 80, colors: !isSet(NO_COLOR) && wantsColors, isTTY };
};
