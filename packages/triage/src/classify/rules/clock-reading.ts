import { asNumber } from '../assertion/unquote.js';
import type { Rule } from '../rule.js';

const EPOCH_MS = 1_000_000_000_000;
const MINUTE_MS = 60_000;

/** Two numbers that are moments a little apart, or years one or two apart: one of them follows the clock. */
export const clockReading: Rule = {
  id: 'clock-reading',
  keywords: ['expected', 'received', 'actual', '==='],
  judge: ({ assertion }) => {
    if (assertion === undefined || assertion.kind === 'order') return undefined;
    const expected = asNumber(assertion.expected);
    const received = asNumber(assertion.received);
    if (expected === undefined || received === undefined) return undefined;
    const apart = Math.abs(expected - received);
    const isMoment = expected > EPOCH_MS && apart > 0 && apart < MINUTE_MS;
    const isYear = isYearNumber(expected) && isYearNumber(received) && apart >= 1 && apart <= 2;
    if (!isMoment && !isYear) return undefined;
    return {
      category: 'TEST_DESIGN',
      cause: 'time-dependence',
      weight: isMoment ? 0.84 : 0.78,
      sentence: isMoment
        ? `Two readings of the clock, ${apart} ms apart, are compared as if they were one.`
        : `The year ${expected} is expected and ${received} came: the test follows the calendar.`,
    };
  },
};

const isYearNumber = (value: number): boolean => Number.isInteger(value) && value >= 2000 && value <= 2100;
