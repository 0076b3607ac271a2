import { stripAnsi } from '../../classify/strip-ansi.js';

/** What CI services put before each line of a log. */
const TIMESTAMP = /^\uFEFF?\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d+Z (?:\d{2}[OE][ +])?/;

/** A line as it stood on the screen: without colours, a CI service's time, and what was overwritten on it. */
export const consoleLine = (line: string): string => {
  const plain = stripAnsi(line);
  const said = /^\uFEFF?\d/.test(plain) ? plain.replace(TIMESTAMP, '') : plain;
  const overwritten = said.lastIndexOf('\r');
  return overwritten < 0 ? said : said.slice(overwritten + 1);
};
