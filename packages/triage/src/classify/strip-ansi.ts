const ANSI = /\u001B(?:\[[0-9;:?]*[A-Za-z]|\][^\u0007]*\u0007)/g;

/** A text without the colours and links of terminals. */
export const stripAnsi = (text: string): string =>
  text.indexOf('\u001B') < 0 ? text : text.replace(ANSI, '');
