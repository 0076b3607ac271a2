import type { Assertion, AssertionKind } from './assertion.js';
import { parseDiff } from './parse-diff.js';

/** Longest text that is searched for a comparison, in characters. */
const LONGEST = 4000;

const JEST_HEADER =
  /expect\((?:[^()]|\([^()]*\))*\)(?:\.(?:resolves|rejects))?(\.not)?(?:\.(?:resolves|rejects))?(?:\.\w+\([^()]*\))?\.(to[A-Z]\w*)/;
// An atomic group, by way of a look ahead: otherwise all that follows it is compiled once for each of its four forms.
const CHAI =
  /\bexpected\s+([\s\S]{0,1500}?)\s+((?=((?:not )?to (?:not )?))\3(?:(?:be )?(?:greater|less) than(?: or equal to)?|be (?:at least|at most|above|below|within|close to)|deeply equal|strictly equal|loosely deeply equal|equal|have (?:a )?(?:length|property|been called)(?: [a-z]+)*|be called(?: [a-z]+)*|match(?: object| snapshot)?|start with|end with|include|contain|be an instance of|throw(?: [a-z]+)*|be rejected(?: [a-z]+)*|be resolved(?: [a-z]+)*|be (?:defined|undefined|null|truthy|falsy|NaN|empty|ok|true|false)\b|be|exist))(?:\s+([\s\S]{0,1500}))?/;
const EXPECTED_LABEL =
  /\bExpected(?: (?:value|string|substring|pattern|length|path|number of calls|array|object|message|name|mock function))*(?: (?:not )?to (?:be|equal|match|contain|have been called with))?(?: not)?:[ \t]*(?:\n[ \t]*)?([^\n]*)/;
const RECEIVED_LABEL =
  /\bReceived(?: (?:value|string|length|path|array|object|number of calls|message|name|function))*:[ \t]*(?:\n[ \t]*)?([^\n]*)/;
/** `Expected 3 to equal 4.`, of one member too: `Expected $.id = 3 to equal 4.`, as Jasmine and `expect` print it. */
const JASMINE =
  /(?:^|[\n:]) *Expected (?:\$[^\s=]{0,200} = )?([^\n]{1,1500}?)\s+((?:not )?to (?:be (?:defined|undefined|null|truthy|falsy|true|false)\b|be(?! (?:an?|called) )|equal|match|contain)) ?(?!\w+:)([^\n:][^\n]{0,1500})?/;
/** `expected 403 "Forbidden", got 200 "OK"`, as request testers print it. */
const GOT = /\bexpected ([^\n]{1,200}?)(?: of [^\n]{1,80})?, (?:but )?got ([^\n]{1,200})/;
/** What came of it stands behind what was expected: `'a' but got 'b'`, `'A' but 'B: b' was thrown`. */
const OUTCOME =
  /^([^\n]{1,700}?),? but (?:got |it (?:was |reverted )(?:rejected )?(?:with(?: reason)? )?|(?=['"]))([^\n]{1,700}?)(?: was thrown)?$/m;
const OPERATOR =
  /(?:^|[\n:] *)(?:Uncaught )?(?:AssertionError(?: \[ERR_ASSERTION\])?: *)?(?:assert )?([^\s=<>!][^\n=<>!]{0,200}?) (!==|===|!=|==|>=|<=|>|<) ([^\n]{1,200})/;

/** Without one of these words a message compares nothing. */
const COMPARES = /expect|assert|received|actual|mismatched|[!=]==/i;
/** Nor does one without a line of a difference. */
const DIFFERS = /^\s*[-+] /m;
/** Words without which `a > b` is a title and no comparison. */
const ASSERTS = /assert|[!=]==|expected values? to/i;

const kindOf = (matcher: string): AssertionKind => {
  if (/snapshot/i.test(matcher)) return 'snapshot';
  if (/greater|less|at least|at most|above|below|within|closeTo|close to/i.test(matcher)) return 'order';
  if (/call/i.test(matcher)) return 'calls';
  if (/length/i.test(matcher)) return 'length';
  if (/throw|reject|resolve/i.test(matcher)) return 'throw';
  if (/contain|include|propert/i.test(matcher)) return 'contain';
  if (/match/i.test(matcher)) return 'match';
  if (
    /be ?(?:defined|undefined|null|truthy|falsy|true|false|ok|empty|visible|inTheDocument)|exist/i.test(
      matcher,
    )
  ) {
    return 'present';
  }
  return /be|equal/i.test(matcher) ? 'equal' : 'other';
};

const clean = (value: string | undefined): string | undefined => {
  const text = value?.replace(/\s*\/\/ (?:Object\.is|deep) equality.*$/s, '').trim();
  return text === '' ? undefined : text;
};

const assertion = (
  kind: AssertionKind,
  negated: boolean,
  matcher: string | undefined,
  expected: string | undefined,
  received: string | undefined,
): Assertion => {
  // Most comparisons have all; members that may be missing make an object dearer.
  if (matcher !== undefined && expected !== undefined && received !== undefined)
    return { kind, negated, matcher, expected, received };
  return {
    kind,
    negated,
    ...(matcher === undefined ? undefined : { matcher }),
    ...(expected === undefined ? undefined : { expected }),
    ...(received === undefined ? undefined : { received }),
  };
};

const fromChai = (text: string): Assertion | undefined => {
  const match = text.includes('expected') ? CHAI.exec(text) : null;
  if (match === null) return undefined;
  const matcher = match[2] as string;
  const negated = /\bnot\b/.test(matcher);
  const rest = match[4];
  const counted = rest === undefined ? null : /^(\d+(?: times?)?),? but got (\S+)/.exec(rest);
  if (counted !== null) return assertion(kindOf(matcher), negated, matcher, counted[1], counted[2]);
  const word = /be (defined|undefined|null|truthy|falsy|true|false|empty|ok)$/.exec(matcher)?.[1];
  const kind = word === undefined ? kindOf(matcher) : 'present';
  const outcome = kind !== 'throw' || rest === undefined ? null : OUTCOME.exec(rest);
  if (outcome !== null) return assertion(kind, negated, matcher, clean(outcome[1]), clean(outcome[2]));
  return assertion(kind, negated, matcher, clean(rest?.split('\n')[0]) ?? word, clean(match[1]));
};

const fromJest = (text: string): Assertion | undefined => {
  const header = text.includes('expect(') ? JEST_HEADER.exec(text) : null;
  const received = text.includes('Received') ? clean(RECEIVED_LABEL.exec(text)?.[1]) : undefined;
  // Without a header both labels are needed.
  if (header === null && received === undefined) return undefined;
  const body = header === null ? text : text.slice(header.index + header[0].length);
  const expected = clean(EXPECTED_LABEL.exec(body)?.[1]);
  if (header === null && expected === undefined) return undefined;
  const matcher = header?.[2];
  const kind = matcher === undefined ? 'equal' : kindOf(matcher);
  if (received !== undefined || expected !== undefined) {
    return assertion(kind, header?.[1] !== undefined, matcher, expected, received);
  }
  const sides = parseDiff(body);
  return assertion(kind, header?.[1] !== undefined, matcher, sides?.expected, sides?.received);
};

const fromJasmine = (text: string): Assertion | undefined => {
  const match = text.includes('Expected ') ? JASMINE.exec(text) : null;
  if (match === null) return undefined;
  const matcher = match[2] as string;
  const word = /be (\w+)$/.exec(matcher)?.[1];
  const expected = word ?? clean(match[3]?.replace(/\.\s*$/, ''));
  if (expected === undefined || expected.endsWith(':')) return undefined;
  return assertion(kindOf(matcher), matcher.startsWith('not'), matcher, expected, clean(match[1]));
};

const fromGot = (text: string): Assertion | undefined => {
  const match = text.includes(' got ') ? GOT.exec(text) : null;
  if (match === null) return undefined;
  const value = (side: string | undefined) => clean(/^(\d{3}) "/.exec(side ?? '')?.[1] ?? side);
  return assertion('equal', false, undefined, value(match[1]), value(match[2]));
};

const fromOperator = (text: string): Assertion | undefined => {
  const match = OPERATOR.exec(text);
  if (match === null) return undefined;
  const operator = match[2] as string;
  const kind = operator.startsWith('=') || operator.startsWith('!') ? 'equal' : 'order';
  return assertion(kind, false, operator, clean(match[3]), clean(match[1]));
};

/** What Vitest says of a snapshot; the two sides stand in the error's properties. */
const fromSnapshot = (text: string): Assertion | undefined =>
  text.includes('` mismatched') && /^(?:Error: )?Snapshot `[^`]{0,400}` mismatched/m.test(text)
    ? assertion('snapshot', false, 'toMatchSnapshot', undefined, undefined)
    : undefined;

/** `left: 7` and `right: 6` below the code, as ExUnit prints them. */
const fromSides = (text: string): Assertion | undefined => {
  if (!text.includes('right: ')) return undefined;
  const left = /^\s*left: +([^\n]+)/m.exec(text);
  const right = /^\s*right: +([^\n]+)/m.exec(text);
  if (left === null || right === null) return undefined;
  const operator = /assert [^\n]{1,200}? (==|!=|>=|<=|>|<|===) /.exec(text)?.[1] ?? '==';
  const kind = /[<>]/.test(operator) ? 'order' : 'equal';
  return assertion(kind, false, operator, clean(right[1]), clean(left[1]));
};

/** Two expressions: in one, the anchor would have each place of a message tried, and most compare nothing. */
const isComparison = (message: string): boolean =>
  COMPARES.test(message) || ((message.includes('- ') || message.includes('+ ')) && DIFFERS.test(message));

/** What was compared, where a message in the words of Jest, Vitest, Chai, node:assert or Jasmine tells it. */
export const parseAssertion = (message: string): Assertion | undefined => {
  if (!isComparison(message)) return undefined;
  const text = message.length > LONGEST ? message.slice(0, LONGEST) : message;
  const found = fromSnapshot(text) ?? fromSides(text) ?? fromChai(text) ?? fromJest(text);
  if (found !== undefined) return found;
  const sides = parseDiff(text);
  if (sides !== undefined) return assertion('equal', false, undefined, sides.expected, sides.received);
  return fromGot(text) ?? (ASSERTS.test(text) ? fromOperator(text) : undefined) ?? fromJasmine(text);
};
