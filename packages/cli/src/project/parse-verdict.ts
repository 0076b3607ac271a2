import { CATEGORIES, CAUSES, type Category, type Cause, nearestName } from '@holdfast/triage/analysis';
import { InputError } from '../input-error.js';

const hint = (word: string, known: readonly string[]): string => {
  const near = nearestName(word, known);
  return near === undefined ? `accepted is one of ${known.join(', ')}` : `did you mean ${near}?`;
};

/**
 * `CATEGORY/cause` as it was typed; case does not count.
 * @throws InputError
 */
export const parseVerdict = (text: string): { readonly category: Category; readonly cause: Cause } => {
  const [first = '', second = ''] = text.split('/');
  const category = CATEGORIES.find((name) => name === first.toUpperCase());
  if (category === undefined)
    throw new InputError(`"${first}" is no category: ${hint(first.toUpperCase(), CATEGORIES)}`);
  const causes: readonly Cause[] = CAUSES[category];
  const cause = causes.find((name) => name === second.toLowerCase());
  if (cause === undefined)
    throw new InputError(`"${second}" is no cause of ${category}: ${hint(second.toLowerCase(), causes)}`);
  return { category, cause };
};
