/** How far apart two printed moments are. */
export interface DateShift {
  readonly hours: number;
  /** True where only whole days are named, without a time of day. */
  readonly daysOnly: boolean;
}

const HOUR = 3_600_000;

const ISO = /\b(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?/;
const SLASHED = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})\b/;
const NAMED =
  /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?/;
const CLOCK = /(?<![\d:+-])(\d{1,2}):(\d{2})(?::\d{2})?(?: ?([AaPp])\.?[Mm])?\b/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

interface Moment {
  readonly day: number | undefined;
  readonly clock: number | undefined;
  readonly epoch: number | undefined;
}

const dayOf = (text: string): number | undefined => {
  const iso = ISO.exec(text);
  if (iso !== null) return Date.UTC(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3]));
  const slashed = SLASHED.exec(text);
  if (slashed !== null) return Date.UTC(Number(slashed[3]), Number(slashed[1]) - 1, Number(slashed[2]));
  const named = NAMED.exec(text);
  if (named === null) return undefined;
  return Date.UTC(Number(named[3] ?? 2000), MONTHS.indexOf(named[1] as string), Number(named[2]));
};

const clockOf = (text: string): number | undefined => {
  const match = text.includes(':') ? CLOCK.exec(text) : null;
  if (match === null) return undefined;
  const afternoon = match[3] === undefined ? 0 : match[3].toLowerCase() === 'p' ? 12 : 0;
  const hour = match[3] === undefined ? Number(match[1]) : (Number(match[1]) % 12) + afternoon;
  return hour + Number(match[2]) / 60;
};

const epochOf = (text: string): number | undefined => {
  const match = /^['"]?(\d{10}|\d{13})['"]?$/.exec(text.trim());
  if (match === null) return undefined;
  const value = Number(match[1]);
  return (match[1] as string).length === 10 ? value * 1000 : value;
};

/** Numbers with one sign between each two, from the year on or of a time of day alone. */
const GROUPED = /^['"]?\d{2,4}(?:[^\d.\n]\d{2,3}){2,6}['"]?$/;

/** A moment printed in a form of its own, such as `2024 01 31 15 55 00` or `12h30h00`; undefined where it is none. */
const groupedEpoch = (text: string): number | undefined => {
  if (!GROUPED.test(text)) return undefined;
  const [first = 0, second = 0, third = 0, ...rest] = (text.match(/\d+/g) ?? []).map(Number);
  if (first >= 1900 && first <= 2100) {
    const [hour = 0, minute = 0, seconds = 0] = rest;
    const isDate = rest.length >= 2 && second <= 12 && third <= 31 && hour < 24 && minute < 60;
    return isDate ? Date.UTC(first, second - 1, third, hour, minute, seconds) : undefined;
  }
  const isTime = rest.length === 0 && first < 24 && second < 60 && third < 60;
  return isTime ? Date.UTC(2000, 0, 1, first, second, third) : undefined;
};

const groupedShift = (expected: string, received: string): DateShift | undefined => {
  const left = groupedEpoch(expected.trim());
  const right = left === undefined ? undefined : groupedEpoch(received.trim());
  if (left === undefined || right === undefined) return undefined;
  const isOneForm = expected.replace(/\d/g, '') === received.replace(/\d/g, '');
  const hours = (right - left) / HOUR;
  return isOneForm && hours !== 0 && Math.abs(hours) <= 26 && isQuarter(hours)
    ? { hours, daysOnly: false }
    : undefined;
};

const isQuarter = (hours: number): boolean => Math.abs(hours * 4 - Math.round(hours * 4)) < 1e-6;

const momentOf = (text: string): Moment | undefined =>
  /\d/.test(text) ? { day: dayOf(text), clock: clockOf(text), epoch: epochOf(text) } : undefined;

/**
 * The distance between two printed dates or times that look like one moment seen from two time zones
 * or on two days: at most two days apart, and different. Undefined where they are no dates, or the same.
 */
export const dateShift = (expected: string, received: string): DateShift | undefined => {
  const left = momentOf(expected);
  const right = left === undefined ? undefined : momentOf(received);
  if (left === undefined || right === undefined) return undefined;
  if (left.epoch !== undefined && right.epoch !== undefined) {
    const hours = (right.epoch - left.epoch) / HOUR;
    return hours !== 0 && Math.abs(hours) <= 26 && isQuarter(hours) ? { hours, daysOnly: false } : undefined;
  }
  const days = left.day === undefined || right.day === undefined ? undefined : (right.day - left.day) / HOUR;
  const clocks = left.clock === undefined || right.clock === undefined ? undefined : right.clock - left.clock;
  if (days === undefined && clocks === undefined) return groupedShift(expected, received);
  const hours = (days ?? 0) + (clocks ?? 0);
  if (hours === 0 ? days === 0 || days === undefined : Math.abs(hours) > 48) return undefined;
  if (hours === 0 || !isQuarter(hours)) return undefined;
  return { hours, daysOnly: clocks === undefined };
};
