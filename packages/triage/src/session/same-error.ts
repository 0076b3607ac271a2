import type { ErrorSnapshot } from '@holdfast/journal';

const COMPARED = 200;

const gists = new WeakMap<ErrorSnapshot, string>();

const computeGist = (error: ErrorSnapshot): string => {
  const text = error.message
    .slice(0, 4 * COMPARED)
    .replace(/\u001B\[[0-9;]*m/g, '')
    .trim();
  const name = error.name === undefined ? '' : `${error.name}: `;
  return (name !== '' && text.startsWith(name) ? text.slice(name.length) : text).slice(0, COMPARED);
};

/** Kept, because each error of a run may be compared with many others. */
const gist = (error: ErrorSnapshot): string => {
  let known = gists.get(error);
  if (known === undefined) {
    known = computeGist(error);
    gists.set(error, known);
  }
  return known;
};

/** Whether two snapshots tell of one error: runner and journal print the same error differently. */
export const isSameError = (left: ErrorSnapshot, right: ErrorSnapshot): boolean => {
  const [one, other] = [gist(left), gist(right)];
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 12 && long.includes(short);
};
