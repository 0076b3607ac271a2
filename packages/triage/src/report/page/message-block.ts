import { block, element } from './element.js';

const DIFF_HEAD = /^\s*[-+] (?:Expected|Received|expected|actual)/m;

const diffLine = (line: string): Node | string => {
  const mark = line.trimStart()[0];
  if (mark === '-') return block('span', 'minus', line);
  if (mark === '+') return block('span', 'plus', line);
  return line;
};

/** A text of several lines as it is; the lines of a diff in the colours of their side. */
export const messageBlock = (text: string, name = 'message'): HTMLElement => {
  // It may be scrolled, so that the keyboard has to get there.
  const made = element('pre', { class: name, tabindex: '0' });
  if (!DIFF_HEAD.test(text)) made.append(text);
  else made.append(...text.split('\n').flatMap((line) => [diffLine(line), '\n']));
  return made;
};
