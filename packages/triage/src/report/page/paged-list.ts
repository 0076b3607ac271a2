import { count, thousands } from '../phrases.js';
import { block, element } from './element.js';

/** A long list of which a part is shown, until a reader wants more. */
export interface PagedList {
  readonly element: HTMLElement;
  /** Shows as many as it takes to have the one with this number, from 0. */
  reveal(index: number): void;
}

/**
 * @param noun what the items are, in the singular
 * @param pageSize how many are shown at first, and more at each wish
 */
export const pagedList = <Item>(
  items: readonly Item[],
  render: (item: Item) => Node,
  noun: string,
  pageSize: number,
): PagedList => {
  const list = block('div', 'list');
  const more = element('button', { type: 'button', class: 'more' });
  let shown = 0;
  const showTo = (end: number): void => {
    const to = Math.min(items.length, end);
    list.append(...items.slice(shown, to).map(render));
    shown = Math.max(shown, to);
    const left = items.length - shown;
    more.hidden = left === 0;
    const next = Math.min(left, pageSize);
    more.textContent =
      next === left
        ? `Show the other ${count(left, noun)}`
        : `Show ${thousands(next)} more of ${count(left, noun)}`;
  };
  more.addEventListener('click', () => {
    const at = shown;
    showTo(shown + pageSize);
    const first = list.children[at];
    // Whoever uses the keyboard goes on where the new ones begin.
    if (first instanceof HTMLElement)
      (first.querySelector<HTMLElement>('summary, a, button') ?? first).focus();
  });
  showTo(pageSize);
  return {
    element: block('div', 'paged', list, more),
    reveal(index) {
      if (index >= shown) showTo(index + 1);
    },
  };
};
