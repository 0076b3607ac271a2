import { GREATEST_NUMBER } from './check-record.js';

const bytesOfText = (text: string): Uint8Array => new TextEncoder().encode(text);

const START = bytesOfText('{"kind":"test-start","test":');
const END = bytesOfText('{"kind":"test-end","test":');
const FIRST_ATTEMPT = bytesOfText(',"attempt":1,');
const PASSED = bytesOfText('"status":"passed",');

const hasAt = (bytes: Uint8Array, part: Uint8Array, from: number, end: number): boolean => {
  if (from + part.length > end) return false;
  for (let index = part.length - 1; index >= 0; index--) {
    if (bytes[from + index] !== part[index]) return false;
  }
  return true;
};

/**
 * What a line says if it is one of the two that a plainly passing test leaves, told by its first bytes
 * alone: the test's number for a first attempt's start, the number below zero for its passed end. 0 for
 * every other line, and for these two in any other spelling: such a line has to be parsed.
 */
export const plainPass = (bytes: Uint8Array, start: number, end: number): number => {
  if (bytes[end - 1] !== 0x7d) return 0;
  const isStart = hasAt(bytes, START, start, end);
  if (!isStart && !hasAt(bytes, END, start, end)) return 0;
  let at = start + (isStart ? START.length : END.length);
  let test = 0;
  for (let digit = (bytes[at] ?? 0) - 0x30; digit >= 0 && digit <= 9; digit = (bytes[at] ?? 0) - 0x30) {
    test = test * 10 + digit;
    at += 1;
  }
  if (test === 0 || test > GREATEST_NUMBER || !hasAt(bytes, FIRST_ATTEMPT, at, end)) return 0;
  if (isStart) return test;
  return hasAt(bytes, PASSED, at + FIRST_ATTEMPT.length, end) ? -test : 0;
};
