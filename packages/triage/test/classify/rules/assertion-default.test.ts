import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/classify/classify.js';
import { failureOf } from '../failure-of.js';

const judge = (message: string, name = 'AssertionError') => classify(failureOf({ message, name })).category;

describe('an assertion is laid at the product', () => {
  it.each([
    ['of values that differ', 'expect(received).toBe(expected)\n\nExpected: "paid"\nReceived: "open"'],
    ['of a truth value', 'expected false to be true // Object.is equality'],
    ['of texts that have words in common', "expected 'Two books in cart' to be 'Three books in cart'"],
    ['of an error where a value was to be', "expected Error: 'sold out' to equal { id: 4 }"],
  ])('%s', (_, message) => {
    expect(judge(message)).toBe('BUG');
  });
});

describe('an assertion alone decides nothing', () => {
  it.each([
    ['of two wordings of one error', "expected 'Field name is required' to equal '\"name\" is required'"],
    [
      'of two wordings of a thrown error',
      "expected [Function] to throw error including 'Cannot find cart' but got 'Cannot find cart 12 here'",
    ],
    ['of an error where none was to come', 'expected [Error: sold out] to be null'],
    [
      'of a condition in words of its own',
      'the cart must be closed\n      + expected - actual\n\n      -false\n      +true',
    ],
    ['of a bare condition', 'assert.ok(cart.isClosed)\n\nfalse == true'],
    ['of something that was to be there', 'expected undefined not to be undefined'],
  ])('%s', (_, message) => {
    expect(judge(message)).toBe('UNKNOWN');
  });

  it('of prose that speaks of what it expected', () => {
    const message = 'ledger broken: expected previously booked entry 12-a to be at line 3 but 9-b was found';
    expect(judge(message, 'Error')).toBe('UNKNOWN');
  });
});
