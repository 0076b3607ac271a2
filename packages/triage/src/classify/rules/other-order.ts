import { sameButForOrder } from '../assertion/same-but-for.js';
import type { Facts } from '../facts.js';
import type { Rule } from '../rule.js';

/** A list holds the right parts in another order. */
export const otherOrder: Rule = {
  id: 'other-order',
  keywords: ['equal', 'toContain', 'expected', 'match'],
  judge: (facts) => {
    const { assertion, text } = facts;
    if (assertion === undefined) return undefined;
    const same = isReordered(facts);
    if (!same && !/Expected value:[^\n]+\n+\s*Received array:/.test(text)) return undefined;
    if (!same && !listHoldsReordered(text)) return undefined;
    return {
      category: 'TEST_DESIGN',
      cause: 'randomness',
      weight: isAboutOrder(facts) ? 0.5 : 0.7,
      sentence: 'The parts are right but their order differs, and nothing in the test sorts them.',
    };
  },
};

/** Whether an assertion's two sides hold the same parts in another order. */
export const isReordered = ({ assertion, text }: Facts): boolean => {
  const [expected, received] = [assertion?.expected, assertion?.received];
  if (expected === undefined || received === undefined) return false;
  return sameButForOrder(expected, received) || isMoved(text, expected, received);
};

/** Titles of tests that are about the order itself. */
export const isAboutOrder = ({ place }: Facts): boolean =>
  /\b(?:sort|order|rank|priorit|first|last|newest|latest|oldest|recent|ascend|descend|sequen|fifo|lifo|before|after)/.test(
    place,
  );

/** A difference that takes lines out at one place and puts the same ones in at another. */
const isMoved = (text: string, expected: string, received: string): boolean =>
  expected === received &&
  /^\s*[-+] [^\n]*\n(?:\s*[-+] [^\n]*\n)*\s{2,}[^\s+-][^\n]*\n(?:[^\n]*\n)*?\s*[-+] /m.test(text);

/** `toContainEqual` on a list that has the expected member with its inner parts in another order. */
const listHoldsReordered = (text: string): boolean => {
  const match = /Expected value:\s*([^\n]+)\n+\s*Received array:\s*\[([\s\S]+)\]/.exec(text);
  if (match === null) return false;
  const wanted = words(match[1] as string);
  const held = words(match[2] as string);
  return wanted.length > 1 && wanted.every((word) => held.includes(word));
};

const words = (text: string): readonly string[] => text.match(/"[^"]*"/g) ?? [];
