import { sameButForSeparators } from '../assertion/same-but-for.js';
import type { Rule } from '../rule.js';

/** The two sides of an assertion differ in path separators alone. */
export const pathSeparators: Rule = {
  id: 'path-separators',
  keywords: ['\\'],
  judge: ({ assertion, text }) => {
    const [expected, received] = [assertion?.expected, assertion?.received];
    const same = expected !== undefined && received !== undefined && sameButForSeparators(expected, received);
    if (!same && !mixedSeparators(text)) return undefined;
    return {
      category: 'ENVIRONMENT',
      cause: 'platform-difference',
      weight: same ? 0.95 : 0.7,
      sentence: 'Expected and received are paths written with the separators of different systems.',
    };
  },
};

/** An assertion that shows one relative path with `/` and the same words with `\`. */
const mixedSeparators = (text: string): boolean => {
  if (!/expect|assert/i.test(text)) return false;
  const windows = text.match(/[\w.-]+(?:\\{1,2}[\w.-]+)+/g) ?? [];
  return windows.some((path) => {
    const parts = path.split(/\\+/).filter((part) => part.length > 1);
    return parts.length >= 2 && text.includes(parts.slice(-2).join('/'));
  });
};
