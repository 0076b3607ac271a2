import { expect, test } from 'vitest';
import { wrapTest } from '../../src/test-function/wrap-test.js';

const wrapped = wrapTest(test) as unknown as { extend(definitions: unknown): unknown };

test.each([5, undefined, null, () => {}])('what is no object of fixtures is refused: %s', (definitions) => {
  expect(() => wrapped.extend(definitions)).toThrow(TypeError);
  expect(() => wrapped.extend(definitions)).toThrow('`test.extend` takes an object of fixtures by name');
});

test('an object of fixtures gives a test function', () => {
  expect(typeof wrapped.extend({ cart: 5 })).toBe('function');
});
