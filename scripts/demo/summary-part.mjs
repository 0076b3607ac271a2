import { stripVTControlCharacters } from 'node:util';

/**
 * The end of a runner's output that Holdfast printed; colours are kept.
 * @param {string} output
 * @returns {string | undefined} undefined where there is none
 */
export const summaryPart = (output) => {
  const lines = output.split('\n');
  const start = lines.findLastIndex((line) => /^\s*Holdfast\b/.test(stripVTControlCharacters(line)));
  return start < 0 ? undefined : lines.slice(start).join('\n').trimEnd();
};
