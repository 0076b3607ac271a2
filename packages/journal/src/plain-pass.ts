import { GREATEST_NUMBER } from './check-record.js';

const PAIR =
  /\{"kind":"test-start","test":([1-9]\d{0,7}),"attempt":1,[^\n]*\}\n\{"kind":"test-end","test":\1,"attempt":1,"status":"passed",[^\n]*\}\n/y;
const LINE =
  /\{"kind":"test-(?:start","test":([1-9]\d{0,7}),"attempt":1,|end","test":([1-9]\d{0,7}),"attempt":1,"status":"passed",)[^\n]*\}\n/y;

/** The lines that a test left. */
export interface PlainPair {
  readonly test: number;
  /** Where the line after them begins. */
  readonly next: number;
}

/**
 * The two lines that a plainly passing test leaves where no other test ran beside it, told by their first bytes alone;
 * undefined where two others begin at `start`. Most lines of a journal are such, and cost next to nothing.
 */
export const plainPair = (text: string, start: number): PlainPair | undefined => {
  PAIR.lastIndex = start;
  const match = PAIR.exec(text);
  if (match === null) return undefined;
  const test = Number(match[1]);
  return test <= GREATEST_NUMBER ? { test, next: PAIR.lastIndex } : undefined;
};

/**
 * What a line says if it is one of these two and stands alone: the test's number for a first attempt's start, the number
 * below zero for its passed end. 0 for every other line, and for these two in any other spelling: such a line has
 * to be parsed.
 */
export const plainPass = (text: string, start: number): number => {
  LINE.lastIndex = start;
  const match = LINE.exec(text);
  if (match === null) return 0;
  const isStart = match[1] !== undefined;
  const test = Number(isStart ? match[1] : match[2]);
  if (test > GREATEST_NUMBER) return 0;
  return isStart ? test : -test;
};
