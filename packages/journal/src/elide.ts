import { round, slice } from './intrinsics.js';

const HEAD_SHARE = 0.75;

/**
 * The text itself where it fits, else its head and tail around a note of how much is left out.
 * The result is at most `length` units plus the note.
 */
export const elide = (text: string, length: number): string => {
  if (text.length <= length) return text;
  const head = round(length * HEAD_SHARE);
  const tail = length - head;
  return `${slice(text, 0, head)} ... [${text.length - length} characters left out] ... ${slice(text, text.length - tail)}`;
};
