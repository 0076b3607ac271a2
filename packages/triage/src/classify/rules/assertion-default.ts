import type { Assertion } from '../assertion/assertion.js';
import { areTwoWordings } from '../assertion/two-wordings.js';
import { asNumber, isText, unquote } from '../assertion/unquote.js';
import type { Facts } from '../facts.js';
import type { Rule } from '../rule.js';
import { isAboutOrder, isReordered } from './other-order.js';

/** What was looked for on a page is not there: nothing of the product was compared. */
const isNotThere = (text: string): boolean =>
  text.includes('Expected to find ') || text.includes('element(s) not found');

/**
 * An assertion without any sign of another cause. Most such failures are the product's, texts more
 * surely than numbers: counts and times differ for many other reasons. Where reruns, company or
 * platform change the outcome, the product is less sure to be it.
 */
export const assertionDefault: Rule = {
  id: 'assertion-default',
  keywords: ['expected', 'AssertionError', 'ERR_ASSERTION', 'expect(', 'assert', 'Received', 'mismatched'],
  judge: (facts: Facts) => {
    const { assertion } = facts;
    if (isNotThere(facts.text)) return undefined;
    if (assertion === undefined) {
      if (!/AssertionError|ERR_ASSERTION|^expect\([^\n]*\)\.\w/m.test(facts.text)) return undefined;
      return opinion(0.4 * steadiness(facts), 'An assertion of the test does not hold.');
    }
    if (isProse(facts)) return opinion(0.4, 'The product, or the test, refuses what it was given.');
    const { expected, received } = assertion;
    const said =
      expected === undefined || received === undefined
        ? 'The product’s result is not what the test expects.'
        : `The product gave ${short(received)} where the test expects ${short(expected)}.`;
    const weight = isReordered(facts) && !isAboutOrder(facts) ? 0.45 : weightOf(assertion);
    return opinion(weight * steadiness(facts), said);
  },
};

/** An error that speaks of what it expected in words of its own, and compares no two values. */
const isProse = ({ name, text, error, assertion }: Facts): boolean =>
  error?.expected === undefined &&
  PROSE.test(assertion?.received ?? '') &&
  !/^['"`\d[{]/.test(assertion?.expected ?? '') &&
  !/Assert/.test(name) &&
  !/\bexpect\(|^\s*[-+] /m.test(text);

/** Begins with an article, or has two words without quotes, of which the first is none of a printed value. */
const PROSE =
  /^(?:an?|the|your|this|its|every|each|some|all|one of|at least)\b [^'"`\n]+$|^[a-z]+(?: [a-z\d][\w.-]*)+$/i;

const weightOf = (assertion: Assertion): number => {
  const { kind, expected, received } = assertion;
  // Bounds are mostly on what a machine does in a moment.
  if (kind === 'order') return 0.3;
  if (kind === 'calls' || kind === 'length') return 0.38;
  if (kind === 'snapshot' || kind === 'contain') return 0.43;
  if (expected === undefined || received === undefined) return 0.45;
  if (isCount(expected) && isCount(received)) return 0.41;
  if (isMissing(assertion, expected, received)) return 0.41;
  if (isUnwantedError(expected, received)) return 0.4;
  if (expected.includes(REASON_UNKNOWN) || received.includes(REASON_UNKNOWN)) return 0.45;
  if (isBareCondition(assertion, expected, received) || areTwoWordings(expected, received)) return 0.45;
  if (isText(expected) && isText(received)) return 0.6;
  return kind === 'match' ? 0.47 : 0.54;
};

/** Counts differ for many reasons, printed as numbers or as text. */
const isCount = (value: string): boolean => asNumber(unquote(value)) !== undefined;

/** Something is not there (yet): a product that never made it, or a test that looked too early. */
const isMissing = ({ negated }: Assertion, expected: string, received: string): boolean =>
  /^(?:undefined|null|'')$/.test(received) &&
  (/^(?:not |defined|truthy)/.test(expected) || (negated && expected === received));

/** An error came where none was to come: what is wrong is what the error says, and nothing was compared. */
const isUnwantedError = (expected: string, received: string): boolean =>
  /^(?:null|undefined|falsy|false)$/.test(expected) && /^\[?\w*(?:Error|Exception)\b/.test(received);

/** Tools for contracts say so of what they cannot read, as where a plugin or an optimiser is in their way. */
const REASON_UNKNOWN = 'without a reason';

const BOOLEAN = /^(?:true|false)$/;

/** A condition does not hold, and no value that it is made of is told: `assert(isValid(id), 'must be valid')`. */
const isBareCondition = ({ matcher }: Assertion, expected: string, received: string): boolean =>
  (matcher === undefined || matcher === '==') && BOOLEAN.test(expected) && BOOLEAN.test(received);

/** How much of the weight is left: a plain defect of the product fails everywhere and every time. */
const steadiness = ({ observed, assertion }: Facts): number => {
  if (observed.failsOnlyInFullRun === true) return 0.4;
  if (observed.passesOnRerun === true) return 0.5;
  if (observed.failsOnlyOnCI === true) return assertion?.kind === 'throw' ? 1 : 0.8;
  // Said to fail on the machine of a developer: time zone, language and variables are that machine's own.
  if (observed.failsOnlyOnCI === false) return 0.5;
  return observed.failsOnlyOnPlatform === undefined ? 1 : 0.85;
};

const opinion = (weight: number, sentence: string) =>
  ({ category: 'BUG', cause: 'assertion-mismatch', weight, sentence }) as const;

/** What stands behind is not shown; a long value is not read for it. */
const MOST_READ = 400;

const short = (value: string): string => {
  const line = value.slice(0, MOST_READ).replace(/\s+/g, ' ');
  return line.length <= 40 ? line : `${line.slice(0, 39)}…`;
};
