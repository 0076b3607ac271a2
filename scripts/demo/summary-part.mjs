import { stripVTControlCharacters } from 'node:util';

/**
 * The part of a runner's output that Holdfast printed, up to what the runner itself says after it; colours are kept.
 * @param {string} output
 * @returns {string | undefined} undefined where there is none
 */
export const summaryPart = (output) => {
  const lines = output.split('\n');
  const start = lines.findLastIndex((line) => /^\s*Holdfast\b/.test(stripVTControlCharacters(line)));
  if (start < 0) return undefined;
  // Vitest underlines its own last words, of errors that nobody caught, with a banner.
  const after = lines.findIndex(
    (line, index) => index > start && /^\s*⎯{3,}/.test(stripVTControlCharacters(line)),
  );
  return lines
    .slice(start, after < 0 ? undefined : after)
    .join('\n')
    .trimEnd();
};
