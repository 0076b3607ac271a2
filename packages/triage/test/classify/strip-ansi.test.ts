import { expect, it } from 'vitest';
import { stripAnsi } from '../../src/classify/strip-ansi.js';

it('colours and links go, and the text stays', () => {
  expect(stripAnsi('\u001B[31mexpected\u001B[39m 1')).toBe('expected 1');
  expect(stripAnsi('see \u001B]8;;https://example.com\u0007here\u001B]8;;\u0007')).toBe('see here');
  expect(stripAnsi('plain')).toBe('plain');
});
