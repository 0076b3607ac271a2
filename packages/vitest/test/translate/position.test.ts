import { expect, test } from 'vitest';
import { positionIn } from '../../src/translate/position.js';

const path = '/project/tests/a.test.ts';

test('finds the first place in the file', () => {
  const stack = `Error: x\n    at inner (/project/src/a.ts:1:2)\n    at ${path}:12:7\n    at ${path}:20:3`;
  expect(positionIn(stack, path)).toEqual({ line: 12, column: 7 });
});

test('passes over a message that names the file, and over queries', () => {
  const stack = `Error: cannot read ${path}\n    at file://${path}?vitest=17:5:9`;
  expect(positionIn(stack, path)).toEqual({ line: 5, column: 9 });
});

test('knows no place in another file', () => {
  expect(positionIn('Error\n    at /project/tests/b.test.ts:1:1', path)).toBeUndefined();
  expect(positionIn(undefined, path)).toBeUndefined();
});
