import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/classify/classify.js';
import { failureOf } from '../failure-of.js';

const missing = { message: 'window is not defined', name: 'ReferenceError' };

describe('a missing global of the browser', () => {
  it('is the test environment’s while the file loads', () => {
    expect(
      classify({ ...failureOf({ ...missing, attempt: { phase: 'load' } }), kind: 'file' }),
    ).toMatchObject({
      category: 'CONFIGURATION',
      cause: 'runner-config',
    });
  });

  it('is left-over work after the end', () => {
    expect(classify(failureOf({ ...missing, attempt: { phase: 'after-end' } }))).toMatchObject({
      category: 'TEST_DESIGN',
      standing: 'supported',
    });
  });

  it('is left open in the middle of a test, where it may be the product', () => {
    expect(classify(failureOf(missing)).category).toBe('UNKNOWN');
  });
});
