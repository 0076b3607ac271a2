import { normaliseMessage } from '../../fingerprint/normalise-message.js';
import { unquote } from '../assertion/unquote.js';
import type { Facts } from '../facts.js';
import type { Opinion, Rule } from '../rule.js';

const LONGEST = 2000;

/** The two sides are alike but for ids, hashes, dates or durations. */
export const volatileParts: Rule = {
  id: 'volatile-parts',
  keywords: ['expected', 'received', 'actual', 'snapshot'],
  judge: (facts) => {
    const { assertion } = facts;
    const [expected, received] = [assertion?.expected, assertion?.received];
    if (expected === undefined || received === undefined || expected === received) return undefined;
    if (
      expected.length > LONGEST ||
      received.length > LONGEST ||
      !/\d/.test(expected) ||
      !/\d/.test(received)
    )
      return undefined;
    const [one, other] = [unquote(expected), unquote(received)];
    const shape = normaliseMessage(one);
    const opinion = judgeShape(shape);
    if (opinion !== undefined) return shape === normaliseMessage(other) ? opinion : undefined;
    return judgeNumbers(facts, one, other);
  },
};

/** Not the four numbers of an address. */
const VERSION = /(?<![\w.])v?\d+\.\d+\.\d+(?:[-+][0-9A-Za-z][0-9A-Za-z.-]*)?(?![\w.])/g;
/** Not that of a whole date. */
const YEAR = /(?<![\w./-])20\d\d(?![\w./-])/g;

const sameBut = (pattern: RegExp, one: string, other: string): boolean => {
  const shape = one.replace(pattern, '<>');
  return shape !== one && shape === other.replace(pattern, '<>');
};

/** Titles of tests that are about versions: there another one may well be the product's fault. */
const SUBJECT_IS_VERSIONS =
  /\bsemver|\bbump|increment|\brange|satisf|resolv|upgrad|downgrad|\bcompar|\bpars|latest|greatest|newest|highest|\bsort|migrat/;

const judgeNumbers = (facts: Facts, expected: string, received: string): Opinion | undefined => {
  if (/\d\.\d/.test(expected) && sameBut(VERSION, expected, received)) {
    if (SUBJECT_IS_VERSIONS.test(facts.place)) return undefined;
    return isVersion(expected) && isVersion(received)
      ? test(
          'stale-expectation',
          0.8,
          `The expected version ${expected} is not the present one, ${received}.`,
        )
      : test('stale-expectation', 0.76, 'Expected and received differ in the number of a version alone.');
  }
  if (!/20\d\d/.test(expected) || isNumber(expected) || !sameBut(YEAR, expected, received)) return undefined;
  return test(
    'time-dependence',
    0.76,
    'Expected and received differ in the year alone: one of them follows the calendar.',
  );
};

/** Bare numbers have rules of their own. */
const isNumber = (text: string): boolean => /^[\d.]+$/.test(text);

const judgeShape = (shape: string): Opinion | undefined => {
  if (/<(?:uuid|hash|id|hex|temp)>/.test(shape)) {
    return test(
      'randomness',
      0.72,
      'Expected and received differ in ids or hashes alone, which are new in each run.',
    );
  }
  if (/<(?:date|time)>/.test(shape)) {
    return test(
      'time-dependence',
      0.75,
      'Expected and received differ in their dates alone: one of them follows the clock.',
    );
  }
  if (/<duration>/.test(shape)) {
    return test(
      'unrealistic-expectation',
      0.72,
      'Expected and received differ in a measured duration alone.',
    );
  }
  return undefined;
};

const isVersion = (text: string): boolean => /^v?\d+\.\d+\.\d+(?:[-+][\w.]+)?$/.test(text);

const test = (cause: Opinion['cause'], weight: number, sentence: string): Opinion => ({
  category: 'TEST_DESIGN',
  cause,
  weight,
  sentence,
});
