import { expect, it } from 'vitest';
import { isSameError } from '../../src/session/same-error.js';

it.each([
  ['refused', 'Error: refused'],
  ['refused by the shop', 'Unknown Error: refused by the shop'],
  ['refused by the shop', 'thrown: "refused by the shop"'],
  ['refused by the shop', 'refused by the shop\n\n  12 | pay()\n     | ^'],
  ['refused', '\u001B[31mrefused\u001B[39m'],
])('%j and %j are one error', (one, other) => {
  expect(isSameError({ message: one }, { message: other })).toBe(true);
  expect(isSameError({ message: other }, { message: one })).toBe(true);
});

it.each([
  ['the order is refused', 'the order is refused twice'],
  ['the order is refused', 'first the order is refused'],
  ['no', 'no\nand more'],
  ['', 'refused'],
])('%j and %j are two', (one, other) => {
  expect(isSameError({ message: one }, { message: other })).toBe(false);
});

it('a class that one of them names is no part of the words', () => {
  const named = { name: 'PaymentError', message: 'refused' };
  expect(isSameError(named, { message: 'PaymentError: refused' })).toBe(true);
});
