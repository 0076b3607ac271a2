import type { ErrorSnapshot } from '@holdfast/journal';

const COMPARED = 200;
const LEAST_TELLING = 12;

const gists = new WeakMap<ErrorSnapshot, string>();

/** What runners set before the words of an error: that it was thrown, that nobody caught it, and its class. */
const INTRODUCTION =
  /^(?:(?:Uncaught|Unhandled(?: error)?|Unknown Error|thrown):? +|(?:[A-Z]\w*)?(?:Error|Exception)(?: \[\w+\])?: )+/;

const computeGist = (error: ErrorSnapshot): string => {
  const text = error.message
    .slice(0, 4 * COMPARED)
    .replace(/\u001B\[[0-9;]*m/g, '')
    .trim();
  const name = error.name === undefined ? '' : `${error.name}: `;
  const words = (name !== '' && text.startsWith(name) ? text.slice(name.length) : text).replace(
    INTRODUCTION,
    '',
  );
  // A thrown text is printed in quotes by one and without by the other.
  return (/^"[\s\S]*"$/.exec(words) === null ? words : words.slice(1, -1)).slice(0, COMPARED);
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
  // One of them adds lines of its own: a piece of code, a difference. A part of a sentence is another error.
  return short.length >= LEAST_TELLING && long.startsWith(short) && /^\s*\n/.test(long.slice(short.length));
};
