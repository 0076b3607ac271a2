import type { Report, ReportFailure } from '@holdfast/triage';
import { InputError } from '../input-error.js';

const MOST_NAMED = 5;

const nameOf = ({ id, file, title }: ReportFailure): string =>
  `${id} (${[...(file === null ? [] : [file]), ...title].join(' > ')})`;

/**
 * The failure that a word stands for: its id or the beginning of it, an incident's id (its most telling failure), or a
 * part of file and title.
 * @throws InputError where none fits, or several do
 */
export const findFailure = ({ failures, incidents }: Report, word: string): ReportFailure => {
  const incident = incidents.find(({ id }) => id === word);
  const wanted = incident?.failures[0] ?? word;
  const exact = failures.find(({ id }) => id === wanted);
  if (exact !== undefined) return exact;
  const lowered = word.toLowerCase();
  const fitting = failures.filter(
    ({ id, file, title }) =>
      (word.length > 3 && id.startsWith(word)) ||
      [file ?? '', ...title].join(' > ').toLowerCase().includes(lowered),
  );
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return only;
  if (only === undefined) {
    const known = failures.slice(0, MOST_NAMED).map(nameOf).join(', ');
    throw new InputError(
      failures.length === 0
        ? `the report holds no failure`
        : `no failure of the report is "${word}"; there ${failures.length === 1 ? 'is' : 'are'} ${known}${failures.length > MOST_NAMED ? ` and ${failures.length - MOST_NAMED} more` : ''}`,
    );
  }
  const some = fitting.slice(0, MOST_NAMED).map(nameOf).join(', ');
  throw new InputError(`"${word}" stands for ${fitting.length} failures: ${some}; give an id`);
};
