import { asNumber } from '../assertion/unquote.js';
import type { Opinion, Rule } from '../rule.js';

const EPOCH_MS = 1_000_000_000_000;
const MINUTE_MS = 60_000;

/** Two numbers that are moments a little apart, years one or two apart, or days or months of a test about today: one of them follows the clock. */
export const clockReading: Rule = {
  id: 'clock-reading',
  keywords: ['expected', 'received', 'actual', '==='],
  judge: (facts) => {
    const { assertion } = facts;
    if (assertion === undefined || assertion.kind === 'order') return undefined;
    const expected = asNumber(assertion.expected);
    const received = asNumber(assertion.received);
    if (expected === undefined || received === undefined || expected === received) return undefined;
    const apart = Math.abs(expected - received);
    if (expected > EPOCH_MS && apart < MINUTE_MS)
      return follows(0.84, `Two readings of the clock, ${apart} ms apart, are compared as if they were one.`);
    if (isYearNumber(expected) && isYearNumber(received) && apart <= 2)
      return follows(
        0.78,
        `The year ${expected} is expected and ${received} came: the test follows the calendar.`,
      );
    if (assertion.kind !== 'equal' || !isDayNumber(expected) || !isDayNumber(received)) return undefined;
    if (!ABOUT_TODAY.test(facts.place)) return undefined;
    return follows(
      0.68,
      `The test is about the present day or month, and ${received} came where ${expected} is expected: it follows the calendar.`,
    );
  },
};

/** Titles of tests that begin from the day on which they run. */
const ABOUT_TODAY =
  /\b(?:today|tomorrow|yesterday|(?:current|this|next|last|previous) (?:day|date|week|month|year|quarter)|days? (?:ago|from now)|(?:end|start|last day) of (?:the )?(?:week|month|year))\b/;

const follows = (weight: number, sentence: string): Opinion => ({
  category: 'TEST_DESIGN',
  cause: 'time-dependence',
  weight,
  sentence,
});

/** Of a month, or of a day of one. */
const isDayNumber = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= 31;

const isYearNumber = (value: number): boolean => Number.isInteger(value) && value >= 2000 && value <= 2100;
