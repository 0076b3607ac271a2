import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/classify/classify.js';
import { failureOf } from '../failure-of.js';
import { WORDINGS } from './library-wordings.data.js';

describe('an error in the words of a library means', () => {
  it.each(WORDINGS)('%s (%s): %s', (message, name, verdict) => {
    const { category, cause } = classify(failureOf({ message, name, file: 'test/orders.test.ts' }));
    expect(`${category}/${cause}`).toBe(verdict);
  });

  it('less where the product made the error itself', () => {
    const message = 'Called end on pool more than once';
    const stack = `Error: ${message}\n    at Pool.end (/app/src/pool.ts:3:1)`;
    expect(classify(failureOf({ message, name: 'Error', stack })).category).toBe('UNKNOWN');
  });

  it('nothing where a test expects it and something else came', () => {
    const message =
      "expected [Function] to throw error including 'Socket already opened' but got 'the shop is closed'";
    expect(classify(failureOf({ message, name: 'AssertionError' })).category).not.toBe('TEST_DESIGN');
  });
});
