import { block } from './element.js';

/** A part of what has been opened, under its title. */
export const titledPart = (title: string, ...content: readonly HTMLElement[]): HTMLElement =>
  block('section', 'part', block('h4', 'part-title', title), ...content);
