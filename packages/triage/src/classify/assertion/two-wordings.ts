import { unquote } from './unquote.js';

/** Words by which a text is known to be the message of an error. */
const TELLS_OF_ERROR =
  /\w(?:Error|Exception)\b|\bE[A-Z]{4,}\b|\bERR_|\b(?:error|missing|invalid|cannot|can't|could not|couldn't|must|failed|fails|failure|unable|not found|unexpected|required|denied|exceeds?|exceeded|unknown|unsupported|illegal|not (?:allowed|valid|defined|supported|a)|no such|refused|timed out)\b/i;
const FEWEST_WORDS = 3;
/** Of the words of the shorter one, those that the other has too. */
const LEAST_SHARED = 0.6;

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\w$]+/g));

/** The text of a printed value: no quotes, and of a pattern none of its signs. */
const plainText = (value: string): string => {
  const text = unquote(value);
  const pattern = /^\/(.+)\/[a-z]*$/s.exec(text)?.[1];
  return pattern === undefined ? text : pattern.replace(/\\[bBdDsSwW]|[\\^$*+?()|[\]{}]/g, ' ');
};

const sharedOf = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  return shared;
};

/**
 * Whether two compared texts are one error's message in two wordings: both speak of an error, and most words of the shorter
 * one are in the other. They differ as versions of a program's messages do, and in what was meant they agree.
 */
export const areTwoWordings = (expected: string, received: string): boolean => {
  // Three words have two spaces between them; most values have none.
  if (!expected.includes(' ') || !received.includes(' ')) return false;
  const [one, other] = [plainText(expected), plainText(received)];
  if (one === other || !TELLS_OF_ERROR.test(one) || !TELLS_OF_ERROR.test(other)) return false;
  const [words, others] = [wordsOf(one), wordsOf(other)];
  const fewest = Math.min(words.size, others.size);
  return fewest >= FEWEST_WORDS && sharedOf(words, others) >= fewest * LEAST_SHARED;
};
