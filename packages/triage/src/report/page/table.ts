import { block, type Child, element } from './element.js';

/** A table that scrolls by itself where it is wider than the screen. */
export const table = (
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly Child[])[],
): HTMLElement =>
  element(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption },
    element(
      'table',
      {},
      element(
        'thead',
        {},
        element('tr', {}, ...columns.map((name) => element('th', { scope: 'col' }, name))),
      ),
      element(
        'tbody',
        {},
        ...rows.map((cells) => element('tr', {}, ...cells.map((cell) => element('td', {}, cell)))),
      ),
    ),
  );

/** A table of which the first rows are shown, and the others when they are asked for. */
export const longTable = (
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly Child[])[],
  most = 25,
): HTMLElement => {
  if (rows.length <= most) return table(caption, columns, rows);
  const holder = block('div', 'long', table(caption, columns, rows.slice(0, most)));
  const more = element('button', { type: 'button', class: 'more' }, `Show all ${rows.length}`);
  more.addEventListener('click', () => holder.replaceChildren(table(caption, columns, rows)));
  holder.append(more);
  return holder;
};
