import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/classify/classify.js';
import { failureOf } from '../failure-of.js';

const verdictOf = (message: string, title = 'shop > opens'): string => {
  const { category, cause } = classify(failureOf({ message, name: 'AssertionError', title }));
  return `${category}/${cause}`;
};

describe('an expectation that holds a value of one machine', () => {
  it('is of a system, where it fails on one alone', () => {
    const sample = { message: "expected 'darwin' to be 'linux'", name: 'AssertionError' };
    expect(classify(failureOf(sample)).category).toBe('UNKNOWN');
    expect(classify(failureOf({ ...sample, observed: { failsOnlyOnPlatform: 'macos' } }))).toMatchObject({
      category: 'ENVIRONMENT',
      cause: 'platform-difference',
    });
  });

  it('is of a user’s folder', () => {
    expect(verdictOf("expected '/home/ann/shop/data' to be '/Users/bob/shop/data'")).toBe(
      'TEST_DESIGN/unrealistic-expectation',
    );
    expect(verdictOf("AssertionError [ERR_ASSERTION]: '/usr/local/lib' == '/root/.cache/lib'")).toBe(
      'TEST_DESIGN/unrealistic-expectation',
    );
  });

  it('is of a port that was free', () => {
    expect(verdictOf("expected 'http://localhost:51234/a' to be 'http://localhost:3000/a'")).toBe(
      'TEST_DESIGN/unrealistic-expectation',
    );
    expect(verdictOf("expected 'http://localhost:8080/a' to be 'http://localhost:3000/a'")).toBe(
      'BUG/assertion-mismatch',
    );
  });

  it('is no route of the product', () => {
    expect(verdictOf("expected '/login' to be '/home/ann/settings'")).toBe('BUG/assertion-mismatch');
    expect(verdictOf("expected '/home/1/orders' to be '/home/2/orders'")).toBe('BUG/assertion-mismatch');
  });

  it('is none where both sides are of the same machine', () => {
    expect(verdictOf("expected '/home/ann/shop/old' to be '/home/ann/shop/new'")).toBe(
      'BUG/assertion-mismatch',
    );
    expect(verdictOf("expected '/orders' to be '/basket'")).toBe('BUG/assertion-mismatch');
    expect(verdictOf("expected 'http://localhost:3000/a' to be 'http://localhost:3000/b'")).toBe(
      'BUG/assertion-mismatch',
    );
  });
});

describe('two values that look the same', () => {
  const message =
    'expect(received).toBe(expected) // Object.is equality\n\nIf it should pass with deep equality, replace "toBe" with "toStrictEqual"\n\nExpected: {"a": 1}\nReceived: serializes to the same string';

  it('were to be equal, and are compared as one', () => {
    expect(verdictOf(message)).toBe('TEST_DESIGN/other-test-design');
  });

  it('were to be one where that is what the test is about', () => {
    expect(verdictOf(message, 'shop > keeps the same basket')).toBe('BUG/assertion-mismatch');
  });
});

describe('a number that misses its bound', () => {
  const order = (received: string, bound: string): string => `expected ${received} to be less than ${bound}`;

  it('is a reading of the clock where it has many decimals', () => {
    expect(verdictOf(order('119.3817', '100'))).toBe('TEST_DESIGN/unrealistic-expectation');
  });

  it('is a price, and not a reading, where it has two', () => {
    expect(verdictOf(order('249.95', '100'))).not.toContain('TEST_DESIGN');
  });

  it('was computed where it is to be close to a value', () => {
    const message = 'expect(received).toBeCloseTo(expected)\n\nExpected: 19.99\nReceived: 19.4975';
    expect(verdictOf(message)).not.toContain('TEST_DESIGN');
  });
});

describe('an error that speaks of what it expected', () => {
  it('compares nothing where it says so in words', () => {
    const { category } = classify(
      failureOf({ message: 'Expected the basket to be filled before it is sent', name: 'Error' }),
    );
    expect(category).toBe('UNKNOWN');
  });
});
