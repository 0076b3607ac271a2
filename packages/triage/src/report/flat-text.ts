/** What a text that is not one even line has in it. */
const UNEVEN = /\s\s|[^\S ]|^\s|\s$/;

/** A text on one line: every run of blanks is one space, and none is at the ends. Most texts are such and come back as they are. */
export const flatText = (text: string): string =>
  UNEVEN.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
