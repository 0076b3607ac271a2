import { sameButForSeparators } from '../assertion/same-but-for.js';
import type { Facts } from '../facts.js';
import type { Rule } from '../rule.js';

/** An assertion about paths that are written with the separators of different systems. */
export const pathSeparators: Rule = {
  id: 'path-separators',
  keywords: ['\\'],
  judge: (facts) => {
    const weight = weightOf(facts);
    if (weight === undefined) return undefined;
    return {
      category: 'ENVIRONMENT',
      cause: 'platform-difference',
      weight,
      sentence: 'Expected and received are paths as different systems write them.',
    };
  },
};

/** A path of three parts or more that begins a word: `.\src\config\a.js`, `tests\fixtures\a`. */
const RELATIVE_PATH = /(?:^|[\s"'`(=])\.{0,2}\\?[\w@-][\w@.-]*(?:\\[\w@-][\w@.-]*){2}/m;

const weightOf = ({ assertion, text, observed }: Facts): number | undefined => {
  const [expected, received] = [assertion?.expected, assertion?.received];
  if (expected !== undefined && received !== undefined && sameButForSeparators(expected, received))
    return 0.95;
  if (!/expect|assert|^\s*[-+] /im.test(text)) return undefined;
  if (showsBothSeparators(text)) return 0.75;
  const windowsPath = /[A-Za-z]:\\{1,2}[\w.-]+\\|[\w.-]+\\\\[\w.-]+\\\\[\w.-]/.test(text);
  const isOnWindowsAlone = observed.failsOnlyOnPlatform?.startsWith('win') === true;
  if (windowsPath) return isOnWindowsAlone ? 0.78 : 0.5;
  return isOnWindowsAlone && RELATIVE_PATH.test(text) ? 0.74 : undefined;
};

/** One relative path is shown with `/` and the same words with `\`. */
const showsBothSeparators = (text: string): boolean => {
  const windows = text.match(/[\w.-]+(?:\\{1,2}[\w.-]+)+/g) ?? [];
  return windows.some((path) => {
    const parts = path.split(/\\+/).filter((part) => part.length > 1);
    return parts.length >= 2 && text.includes(parts.slice(-2).join('/'));
  });
};
