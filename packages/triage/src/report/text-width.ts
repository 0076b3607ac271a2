/** Takes no column of its own: combining marks, joiners, variation selectors, format characters. */
const ZERO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** Takes two columns in a terminal: East Asian wide and full-width forms, and emoji. Errs on the wide side. */
const WIDE =
  /^(?:[\u1100-\u115F\u231A-\u231B\u2329-\u232A\u2600-\u27BF\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18DFF}\u{1AFF0}-\u{1B2FF}\u{1D300}-\u{1D37F}\u{1F000}-\u{1FAFF}\u{20000}-\u{3FFFD}]|\p{Extended_Pictographic}|\p{Emoji_Presentation})$/u;

const PLAIN = /^[\x20-\x7E]*$/;
const EMOJI_SELECTOR = '\uFE0F';

const widthOf = (character: string, before: string | undefined): number => {
  // The selector turns the character before it into an emoji of two columns.
  if (character === EMOJI_SELECTOR) return before !== undefined && !WIDE.test(before) ? 1 : 0;
  const code = character.charCodeAt(0);
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return 0;
  if (code < 0x300) return 1;
  if (ZERO_WIDTH.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
};

/** Columns that a text takes in a terminal; never fewer than it really takes. Expects a text without colour codes. */
export const textWidth = (text: string): number => {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  let before: string | undefined;
  for (const character of text) {
    width += widthOf(character, before);
    before = character;
  }
  return width;
};

const ELLIPSIS = '…';

/** The text itself where it fits into the columns, else its beginning and an ellipsis. */
export const fitText = (text: string, columns: number): string => {
  if (text.length * 2 <= columns || textWidth(text) <= columns) return text;
  if (columns < 1) return '';
  let width = 0;
  let kept = '';
  let before: string | undefined;
  for (const character of text) {
    width += widthOf(character, before);
    if (width > columns - 1) break;
    kept += character;
    before = character;
  }
  return `${kept.trimEnd()}${ELLIPSIS}`;
};
