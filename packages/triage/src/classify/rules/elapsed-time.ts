import { asNumber } from '../assertion/unquote.js';
import type { Rule } from '../rule.js';

const ABOUT_TIME =
  /duration|elapsed|\bms\b|millisecond|took|latency|budget|perf|occupancy|faster|slower|timing|throttl|debounce|delay|timeout|within|(?:success|failure|error|hit|miss|overlap)[ _-]?rate|throughput|speed-?up|per second|\bfps\b/;
const NAMED =
  /\b(?:duration|elapsed|took)\b\D{0,20}[\d.]+\s*(?:ms|s|milliseconds|seconds)?\b[^\n]*(?:expected|should|within|limit|max|less|more)/i;
/** `duration exceeds 500ms: 550.7`, `took longer than 500 ms: 612 ms`. */
const BEYOND =
  /\b(?:duration|elapsed(?: time)?|took)[^\n\d]{0,12}\b(?:exceed\w*|longer|too long)\b[^\n\d]{0,20}\d[\d.]*\s*(?:ms|s|milliseconds|seconds)?[^\n\d]{1,30}\d/i;
const NEAR = 0.5;
const CLOSE_TO = /toBeCloseTo|to be close to|closeTo/;
const MANY_DECIMALS = /\.\d{3}/;

/** A measured amount misses a bound by little: the machine's noise decides. */
export const elapsedTime: Rule = {
  id: 'elapsed-time',
  keywords: [
    'greater than',
    'less than',
    'toBeLessThan',
    'toBeGreaterThan',
    'at least',
    'at most',
    'above',
    'below',
    'toBeCloseTo',
    'close to',
    'Duration:',
    'elapsed',
    'duration exceed',
    'took longer',
    'took too long',
    'within',
    '>=',
    '<=',
  ],
  judge: (facts) => {
    const { assertion, text } = facts;
    if (NAMED.test(text) || BEYOND.test(text))
      return opinion(0.8, 'A measured duration lies just outside the range that the test allows.');
    if (
      assertion?.kind === 'equal' &&
      /\bexpect\((?:\w*(?:elapsed|duration|took|delta)\w*)\)\.to(?:Be|Equal)\(/i.test(text)
    )
      return opinion(0.8, 'A measured duration is to be one exact number.');
    if (assertion?.kind !== 'order') return undefined;
    const expected = asNumber(assertion.expected?.replace(/^[<>=]+ */, ''));
    const received = asNumber(assertion.received);
    if (expected !== undefined && received === undefined && ABOUT_TIME.test(facts.place))
      return opinion(0.66, `A bound of ${expected} on what a machine does in a moment does not hold.`);
    if (expected === undefined || received === undefined || expected === 0) return undefined;
    const distance = Math.abs(received - expected) / Math.abs(expected);
    const isAboutTime = ABOUT_TIME.test(facts.place) || ABOUT_TIME.test(text.toLowerCase());
    // What is to be close to a value was computed; prices and shares have few decimals, readings of a clock many.
    if (!isAboutTime && CLOSE_TO.test(text)) return undefined;
    const measured = isAboutTime || MANY_DECIMALS.test(assertion.received ?? '');
    if (distance > NEAR && !measured) return undefined;
    const said = `Measured ${received} against a bound of ${expected}: a bound on what a machine does in a moment.`;
    if (measured) return opinion(0.82, said);
    return distance <= 0.1 ? opinion(0.7, said) : undefined;
  },
};

const opinion = (weight: number, sentence: string) =>
  ({ category: 'TEST_DESIGN', cause: 'unrealistic-expectation', weight, sentence }) as const;
