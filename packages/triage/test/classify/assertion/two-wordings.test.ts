import { describe, expect, it } from 'vitest';
import { areTwoWordings } from '../../../src/classify/assertion/two-wordings.js';

describe('two compared texts are one error in two wordings', () => {
  it.each([
    ["'Parameter limit is invalid'", "'Parameter limit is invalid for orders'"],
    ['"order is required"', '"\\"order\\" is required"'],
    ['/Cannot open the file/', "'Cannot open file stock.csv'"],
    ["'connect ECONNREFUSED 127.0.0.1:80'", "'connect ECONNREFUSED ::1:80'"],
  ])('%s and %s', (expected, received) => {
    expect(areTwoWordings(expected, received)).toBe(true);
    expect(areTwoWordings(received, expected)).toBe(true);
  });
});

describe('two compared texts are none where', () => {
  it.each([
    ['they are the same', "'Order not found'", "'Order not found'"],
    ['neither tells of an error', "'Two books in your cart'", "'Three books in your cart'"],
    ['one tells of no error', "'Order is missing its address'", "'Order is on its way'"],
    [
      'they have little in common',
      "'Order not found in the store'",
      "'The token of this session is invalid'",
    ],
    ['they are too short to tell', "'invalid'", "'not found'"],
  ])('%s', (_, expected, received) => {
    expect(areTwoWordings(expected, received)).toBe(false);
  });
});
