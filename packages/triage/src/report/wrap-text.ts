import { fitText, textWidth } from './text-width.js';

/**
 * A text in lines of at most `columns`, broken between words; at most `lines` of them, the last one
 * with an ellipsis where more would follow. A word that is wider than a line is cut.
 */
export const wrapText = (text: string, columns: number, lines: number): readonly string[] => {
  const words = text.trim().split(/\s+/);
  const wrapped: string[] = [];
  let current = '';
  for (let index = 0; index < words.length; index += 1) {
    const longer = current === '' ? (words[index] ?? '') : `${current} ${words[index]}`;
    if (current === '' || textWidth(longer) <= columns) {
      current = longer;
      continue;
    }
    if (wrapped.length === lines - 1)
      return [...wrapped, fitText([current, ...words.slice(index)].join(' '), columns)];
    wrapped.push(fitText(current, columns));
    current = words[index] ?? '';
  }
  return current === '' ? wrapped : [...wrapped, fitText(current, columns)];
};
