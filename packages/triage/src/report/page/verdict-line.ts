import type { Category, Cause } from '@holdfast/journal';
import type { Priority, Standing } from '../../verdict.js';
import { roundPercent } from '../phrases.js';
import { block, type Child, element } from './element.js';

interface Judged {
  readonly category: Category;
  readonly cause: Cause;
  readonly priority: Priority;
  readonly standing: Standing;
  readonly confidence: number;
}

const STANDINGS: Readonly<Record<Standing, string>> = {
  suspected: 'from the error alone',
  supported: 'evidence of the run agrees',
  proven: 'an experiment showed it',
};

/** A category as a label of its own colour. */
export const categoryLabel = (category: Category): HTMLElement =>
  block('span', `category ${category}`, category);

/** Category, cause, priority, and how it is known; then what else is to stand on the line. */
export const verdictLine = (
  { category, cause, priority, standing, confidence }: Judged,
  ...more: readonly Child[]
): HTMLElement =>
  block(
    'p',
    'verdict',
    categoryLabel(category),
    category === 'UNKNOWN' ? undefined : block('span', 'cause', cause),
    block('span', `priority ${priority}`, priority),
    element('span', { title: STANDINGS[standing] }, `${standing} (${roundPercent(confidence)})`),
    ...more,
  );
