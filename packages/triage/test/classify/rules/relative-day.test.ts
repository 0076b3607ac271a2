import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/classify/classify.js';
import { failureOf } from '../failure-of.js';

const differs = (received: string, expected: string, title: string) =>
  classify(
    failureOf({ name: 'AssertionError', message: `expected '${received}' to be '${expected}'`, title }),
  );

describe('a moment relative to now', () => {
  it('makes the difference one of the clock', () => {
    expect(differs('3 days ago', '2 days ago', 'feed > dates its entries')).toMatchObject({
      category: 'TEST_DESIGN',
      cause: 'time-dependence',
    });
  });

  it('excuses nothing where expiry itself is tested', () => {
    expect(differs('active', 'expired', 'tokens > a token that has expired').cause).not.toBe(
      'time-dependence',
    );
  });
});
