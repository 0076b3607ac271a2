import type { Category } from '@holdfast/journal';
import type { Priority, Standing } from '../../verdict.js';
import type { ReportFailure } from '../report.js';

/** What a reader wants to see. */
export interface Filter {
  /** Words that must all be somewhere in a failure, in any order and case. */
  readonly text: string;
  /** None chosen means all. */
  readonly categories: ReadonlySet<Category>;
  readonly standing: Standing | '';
  readonly priority: Priority | '';
  /** Part of the test file's path. */
  readonly file: string;
}

export const EVERYTHING: Filter = {
  text: '',
  categories: new Set(),
  standing: '',
  priority: '',
  file: '',
};

export const isEverything = ({ text, categories, standing, priority, file }: Filter): boolean =>
  text.trim() === '' && categories.size === 0 && standing === '' && priority === '' && file.trim() === '';

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');

/**
 * Asks of each failure whether the reader wants to see it.
 * @param textOf all that is searched of a failure, in lower case; asked for only where words are searched
 */
export const filterBy = (
  { text, categories, standing, priority, file }: Filter,
  textOf: (failure: ReportFailure) => string,
): ((failure: ReportFailure) => boolean) => {
  const words = wordsOf(text);
  const path = file.trim().toLowerCase();
  return (failure) => {
    const { verdict } = failure;
    if (categories.size > 0 && !categories.has(verdict.category)) return false;
    if (standing !== '' && verdict.standing !== standing) return false;
    if (priority !== '' && verdict.priority !== priority) return false;
    if (path !== '' && failure.file?.toLowerCase().includes(path) !== true) return false;
    if (words.length === 0) return true;
    const searched = textOf(failure);
    return words.every((word) => searched.includes(word));
  };
};
