import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAssertion } from '../../../src/classify/assertion/parse-assertion.js';

const read = (message: string) => {
  const assertion = parseAssertion(message);
  return assertion === undefined ? undefined : [assertion.kind, assertion.expected, assertion.received];
};

describe('a comparison is read from', () => {
  it.each([
    [
      'Jest',
      'expect(received).toBe(expected) // Object.is equality\n\nExpected: "a"\nReceived: "b"',
      ['equal', '"a"', '"b"'],
    ],
    [
      'old Jest',
      'expect(received).toBe(expected)\n\nExpected value to be:\n  1\nReceived:\n  2',
      ['equal', '1', '2'],
    ],
    [
      'Jest’s lengths',
      'expect(received).toHaveLength(expected)\n\nExpected length: 3\nReceived length: 4\nReceived array:  [1]',
      ['length', '3', '4'],
    ],
    [
      'Jest’s differences',
      'expect(received).toEqual(expected)\n\n- Expected  - 1\n+ Received  + 1\n\n  Object {\n-   "a": 1,\n+   "a": 2,\n  }',
      ['equal', '"a": 1,', '"a": 2,'],
    ],
    ['Vitest', "expected 'b' to be 'a' // Object.is equality", ['equal', "'a'", "'b'"]],
    ['Vitest’s lengths', 'expected [ 1 ] to have a length of 2 but got 1', ['length', '2', '1']],
    ['Vitest’s spies', 'expected "spy" to be called 2 times, but got 0 times', ['calls', '2 times', '0']],
    ['Vitest’s bounds', 'expected 49 to be greater than or equal to 50', ['order', '50', '49']],
    ['Chai', 'expected undefined to be defined', ['present', 'defined', 'undefined']],
    ['node:assert', 'Expected values to be strictly equal:\n\n1 !== 2\n', ['equal', '2', '1']],
    ['Mocha’s differences', '      + expected - actual\n\n      -b\n      +a', ['equal', 'a', 'b']],
    ['request testers', 'expected 403 "Forbidden", got 200 "OK"', ['equal', '403', '200']],
    [
      'ExUnit',
      'Assertion with == failed\ncode:  assert length(x) == 6\nleft:  7\nright: 6',
      ['equal', '6', '7'],
    ],
    ['Jasmine', "Expected '2016-01-15' to equal '2016-01-14'.", ['equal', "'2016-01-14'", "'2016-01-15'"]],
    ['Jasmine’s members', "Expected $[3] = 'b' to equal 'a'.", ['equal', "'a'", "'b'"]],
    ['Jasmine’s words', 'Expected false to be truthy.', ['present', 'truthy', 'false']],
    ['Python', 'assert 0 >= 1', ['order', '1', '0']],
    [
      'Chai’s errors',
      "expected [Function] to throw error including 'no stock' but got 'out of stock'",
      ['throw', "'no stock'", "'out of stock'"],
    ],
    [
      'Chai’s classes of errors',
      "expected [Function] to throw 'TypeError' but 'RangeError: too far' was thrown",
      ['throw', "'TypeError'", "'RangeError: too far'"],
    ],
    [
      'rejections',
      "expected promise to be rejected with an error including 'no stock' but got 'out of stock'",
      ['throw', "'no stock'", "'out of stock'"],
    ],
  ])('%s', (_, message, expected) => {
    expect(read(message)).toEqual(expected);
  });

  it.each(['connect ECONNREFUSED 127.0.0.1:5432', 'describe > test failed', ''])(
    'nothing in %j',
    (message) => {
      expect(read(message)).toBeUndefined();
    },
  );

  it('any text without throwing', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'expected ',
            ' to be ',
            'Expected: ',
            'Received: ',
            '\n',
            '- ',
            '+ ',
            'x',
            ' !== ',
            'left: 1',
          ),
        ),
        (parts) => {
          const assertion = parseAssertion(parts.join(''));
          expect(typeof (assertion?.negated ?? false)).toBe('boolean');
        },
      ),
    );
  });
});
