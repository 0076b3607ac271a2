import type { ErrorSnapshot } from '@holdfast/journal';

const COMPARED = 200;

const gist = (error: ErrorSnapshot): string => {
  const text = error.message
    .slice(0, 4 * COMPARED)
    .replace(/\u001B\[[0-9;]*m/g, '')
    .trim();
  const name = error.name === undefined ? '' : `${error.name}: `;
  return (name !== '' && text.startsWith(name) ? text.slice(name.length) : text).slice(0, COMPARED);
};

/** Whether two snapshots tell of one error: runner and journal print the same error differently. */
export const isSameError = (left: ErrorSnapshot, right: ErrorSnapshot): boolean => {
  const [one, other] = [gist(left), gist(right)];
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 12 && long.includes(short);
};
