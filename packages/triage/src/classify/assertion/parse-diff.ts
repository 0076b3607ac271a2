/** The two sides of a printed difference, changed lines only. */
export interface DiffSides {
  readonly expected: string;
  readonly received: string;
}

const CHANGED = /^\s*([+-])(?![+-]{2}) ?(.*)$/;
/** `- Expected  "a": 1`: the legend and the changed text on one line. Jest's `- Expected  - 3` counts lines. */
const LABELLED = /^\s*([+-]) (?:expected|received|actual)\b:?\s+(?![+-]\s*\d+\s*$)(\S.*)$/i;
const LEGEND =
  /^\s*[+-] (?:(?:expected|received|actual)\b.*|snapshot(?:\s+[+-]\s*\d+)?\s*|(?:expected|actual) [+-] (?:actual|expected)\s*)$/i;
const BOTH_SIDES = /^\s*[+-] (?:expected|actual) [+-] (?:actual|expected)/i;
const MOST_LINES = 400;

/** Whether a line begins as all those that tell something do. */
const isMarked = (line: string): boolean => {
  const text = line.trimStart();
  return text.startsWith('-') || text.startsWith('+');
};

/**
 * Reads the `-` and `+` lines of a difference. Jest, Vitest and node:assert print what was expected
 * as `-` unless the legend says the opposite (`+ expected - actual`, as Mocha does).
 */
export const parseDiff = (text: string): DiffSides | undefined => {
  const minus: string[] = [];
  const plus: string[] = [];
  let plusIsExpected = false;
  for (const line of text.split('\n', MOST_LINES)) {
    if (!isMarked(line)) continue;
    const labelled = LABELLED.exec(line);
    if (labelled !== null && !BOTH_SIDES.test(line)) {
      (labelled[1] === '-' ? minus : plus).push(labelled[2] ?? '');
      continue;
    }
    if (LEGEND.test(line)) {
      plusIsExpected ||= /^\s*\+ expected/i.test(line);
      continue;
    }
    const match = CHANGED.exec(line);
    if (match === null) continue;
    (match[1] === '-' ? minus : plus).push(match[2] ?? '');
  }
  if (minus.length === 0 || plus.length === 0) return undefined;
  const [expected, received] = plusIsExpected ? [plus, minus] : [minus, plus];
  return { expected: expected.join('\n').trim(), received: received.join('\n').trim() };
};
