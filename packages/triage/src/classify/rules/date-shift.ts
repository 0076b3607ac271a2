import { type DateShift, dateShift } from '../assertion/date-shift.js';
import { hasOtherSpace, plainSpaces } from '../assertion/same-but-for.js';
import { unquote } from '../assertion/unquote.js';
import type { Rule } from '../rule.js';

/** Titles of tests whose subject is time zones themselves: there a shift may well be the product's. */
const SUBJECT_IS_ZONES = /\bdst\b|time ?zone|daylight|\btz\b|utc ?offset|localtime|local time/;

/** Another kind of space before an `AM` hides that, and a shift of hours seems to be one. */
const shiftBetween = (expected: string, received: string): DateShift | undefined =>
  hasOtherSpace(expected) || hasOtherSpace(received)
    ? dateShift(plainSpaces(expected), plainSpaces(received))
    : dateShift(expected, received);

/** Expected and received are the same moment, or day, seen from two time zones. */
export const dateShiftRule: Rule = {
  id: 'date-shift',
  keywords: ['expected', 'received', 'actual', '==='],
  judge: (facts) => {
    const { assertion } = facts;
    if (assertion?.expected === undefined || assertion.received === undefined) return undefined;
    const shift = shiftBetween(unquote(assertion.expected), unquote(assertion.received));
    if (shift === undefined) return undefined;
    const distance = shift.daysOnly
      ? `${Math.abs(shift.hours / 24)} day(s)`
      : `${Math.abs(shift.hours)} hour(s)`;
    if (SUBJECT_IS_ZONES.test(facts.place)) {
      return {
        category: 'BUG',
        cause: 'assertion-mismatch',
        weight: 0.6,
        sentence: `A result about time zones is off by ${distance}, and time zones are what this test is about.`,
      };
    }
    return {
      category: 'TEST_DESIGN',
      cause: 'time-dependence',
      weight: 0.84,
      sentence: `Expected and received are ${distance} apart: a date is read in another time zone, or near midnight.`,
    };
  },
};
