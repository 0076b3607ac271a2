import { element } from './element.js';

/** A part that a reader opens. What is in it is made when it is opened first: a page of thousands of failures stays light. */
export interface Later {
  readonly element: HTMLDetailsElement;
  /** Opens it, and makes what is in it. */
  open(): void;
}

/**
 * @param summary what is seen while it is closed
 * @param fill makes what is in it; called once
 */
export const later = (
  attributes: Readonly<Record<string, string | undefined>>,
  summary: HTMLElement,
  fill: () => readonly Node[],
): Later => {
  const details = element('details', attributes, summary);
  let isFilled = false;
  const make = (): void => {
    if (isFilled) return;
    isFilled = true;
    details.append(...fill());
  };
  details.addEventListener('toggle', () => {
    if (details.open) make();
  });
  return {
    element: details,
    open() {
      make();
      details.open = true;
    },
  };
};
