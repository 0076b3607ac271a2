import { GREATEST_NUMBER } from './check-record.js';

/** At most so many tests at once, so that the engine need not remember the way through a whole journal. */
const RUN =
  /(?:\{"kind":"test-start","test":([1-9]\d{0,6}),"attempt":1,[^\n]*\}\n\{"kind":"test-end","test":\1,"attempt":1,"status":"passed",[^\n]*\}\n){1,64}/y;
const LINE =
  /\{"kind":"test-(?:start","test":([1-9]\d{0,7}),"attempt":1,|end","test":([1-9]\d{0,7}),"attempt":1,"status":"passed",)[^\n]*\}\n/y;

/**
 * Where the line behind a run of plainly passing tests begins, of which each left its two lines one after the other, told
 * by the first bytes of the lines alone; `start` itself where no such test begins there. Most lines of a
 * journal are such, and cost next to nothing.
 */
export const afterPlainTests = (text: string, start: number): number => {
  RUN.lastIndex = start;
  return RUN.test(text) ? RUN.lastIndex : start;
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
