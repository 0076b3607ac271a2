import { flatText } from './flat-text.js';
import { count } from './phrases.js';
import type { SkipReason } from './report.js';

const LONGEST_REASON = 300;

/** `2 tests: the program docker is not installed` */
export const skipLine = ({ reason, tests }: SkipReason): string => {
  const flat = flatText(reason);
  const short = flat.length > LONGEST_REASON ? `${flat.slice(0, LONGEST_REASON)}…` : flat;
  return `${count(tests, 'test')}: ${short}`;
};

/** All reasons in one line, for a screen: the first one, and how many more there are. */
export const skipSummary = (skips: readonly SkipReason[]): string => {
  const [first] = skips;
  if (first === undefined) return '';
  const tests = skips.reduce((sum, skip) => sum + skip.tests, 0);
  const more = skips.length > 1 ? `, and ${count(skips.length - 1, 'other reason')}` : '';
  return skips.length === 1
    ? `Skipped for a reason, ${skipLine(first)}`
    : `${count(tests, 'test')} skipped for a reason; ${skipLine(first)}${more}`;
};
