import type { Assertion } from '../assertion/assertion.js';
import { asNumber } from '../assertion/unquote.js';
import type { Facts } from '../facts.js';
import type { Opinion, Rule } from '../rule.js';

const SUCCESSES =
  /success|succe(?:e|d)|completed|processed|fulfilled|operations|responses|hit[_ ]?rate|affinity/;
const MOCKED = /mock|fake|stub|simulat|in-?memory/;
const UNDER_FAULT = /chaos|failure|fault|recover|degrad|outage|crash|under load|sustained|stress|resilien/;

/** Fewer operations succeeded than demanded: none at all points at the mock, some at the demand. */
export const successCount: Rule = {
  id: 'success-count',
  keywords: [
    'success',
    'succe',
    'completed',
    'processed',
    'operations',
    'fulfilled',
    '>=',
    'greater than',
    'at least',
    'toBeGreaterThan',
  ],
  judge: (facts) => {
    const { assertion } = facts;
    if (facts.evidence('rate.sampled') !== undefined) return undefined;
    if (assertion === undefined) return undefined;
    const expected = asNumber(assertion.expected?.replace(/^[<>=]+ */, ''));
    const received = asNumber(assertion.received) ?? gotCount(facts.text);
    if (expected === undefined || received === undefined || received >= expected) return undefined;
    return judgeCounts(facts, assertion, expected, received);
  },
};

const gotCount = (text: string): number | undefined => {
  const match = /\bgot:? (\d+)\b/.exec(text);
  return match === null ? undefined : Number(match[1]);
};

const judgeCounts = (
  facts: Facts,
  { kind }: Assertion,
  expected: number,
  received: number,
): Opinion | undefined => {
  const words = `${facts.text.toLowerCase()} ${facts.place}`;
  const noneOfTheMocked = received === 0 && kind === 'order' && MOCKED.test(words);
  if (!SUCCESSES.test(words) && !noneOfTheMocked) return undefined;
  if (received === 0) {
    return {
      category: 'TEST_DESIGN',
      cause: 'mock-gap',
      weight: MOCKED.test(words) ? 0.74 : 0.5,
      sentence: `None of ${expected} succeeded: not an intermittent fault, but a command that the other side (a mock?) does not know.`,
    };
  }
  if (kind !== 'order' || !UNDER_FAULT.test(words)) return undefined;
  return {
    category: 'TEST_DESIGN',
    cause: 'unrealistic-expectation',
    weight: 0.76,
    sentence: `${received} of the demanded ${expected} succeeded while faults were injected: the demand does not allow for the fault.`,
  };
};
