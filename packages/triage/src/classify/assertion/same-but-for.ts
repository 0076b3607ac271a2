const slashed = (text: string): string => text.replace(/\\+/g, '/').replace(/\b[A-Za-z]:(?=\/)/g, '');

/** True where two printed values differ in path separators (and drive letters) alone. */
export const sameButForSeparators = (expected: string, received: string): boolean =>
  expected !== received &&
  (expected.includes('\\') || received.includes('\\')) &&
  /[\\/]/.test(expected) &&
  slashed(expected) === slashed(received);

const unixLines = (text: string): string =>
  text.replace(/\\r\\n|\r\n|␍␊|\\r|\r/g, '\n').replace(/\\n/g, '\n');

/** Who splits a text at `\n` keeps the other half of a Windows line end. */
const withoutReturns = (text: string): string => text.replace(/\\r|\r|␍/g, '');

/** True where two printed values differ in line ends alone. */
export const sameButForLineEnds = (expected: string, received: string): boolean =>
  expected !== received &&
  (unixLines(expected) === unixLines(received) || withoutReturns(expected) === withoutReturns(received));

const members = (text: string): string => (text.match(/"[^"]*"|'[^']*'|[\w.+-]+/g) ?? []).sort().join(' ');

/** True where two printed lists or objects hold the same parts in another order. */
export const sameButForOrder = (expected: string, received: string): boolean =>
  expected !== received &&
  // Commas and brackets move with the parts, so the length stays but for a last comma.
  Math.abs(expected.length - received.length) <= 1 &&
  /^[[{(]|\n|,/.test(expected.trim()) &&
  members(expected) === members(received);

/** Kinds of spaces that locale data print, as such and as runners escape them. */
const OTHER_SPACE = /[\u00A0\u2007\u2009\u202F]|\\u(?:00a0|2007|2009|202f)|\\xa0/gi;

const HAS_OTHER_SPACE = new RegExp(OTHER_SPACE.source, 'i');

/** Whether a text holds a space that is no plain one. */
export const hasOtherSpace = (text: string): boolean => HAS_OTHER_SPACE.test(text);

/** A text with plain spaces alone. */
export const plainSpaces = (text: string): string => text.replace(OTHER_SPACE, ' ');

/** True where two printed values differ in kinds of spaces alone, as locale data of different versions print them. */
export const sameButForSpaces = (expected: string, received: string): boolean =>
  expected !== received && plainSpaces(expected) === plainSpaces(received);
