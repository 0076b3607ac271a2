import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitStack } from '../../src/translate/split-stack.js';

test('class, code, message and frames come apart', () => {
  const stack = 'AssertionError [ERR_ASSERTION]: 1 !== 2\nsecond line\n    at a.js:1:1';
  expect(splitStack(stack)).toEqual({
    name: 'AssertionError',
    code: 'ERR_ASSERTION',
    message: '1 !== 2\nsecond line',
    stack,
  });
});

test.each([
  ['Expected: 3', { message: 'Expected: 3' }],
  ['Error', { name: 'Error', message: '' }],
  ['TypeError: x is not a function', { name: 'TypeError', message: 'x is not a function' }],
  ['', { message: '' }],
])('%j without frames has no stack', (text, parts) => {
  expect(splitStack(text)).toEqual(parts);
});

test('never throws, and the message is a part of the text', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(text).toContain(splitStack(text).message);
    }),
  );
});
