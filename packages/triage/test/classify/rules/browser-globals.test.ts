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

  it('is the product’s where a timer of its own asks for it', () => {
    const stack =
      'ReferenceError: window is not defined\n    at Timeout._onTimeout (/app/src/toast.tsx:30:5)\n    at listOnTimeout (node:internal/timers:581:17)';
    expect(classify(failureOf({ ...missing, stack, file: 'test/toast.test.tsx' }))).toMatchObject({
      category: 'BUG',
      standing: 'suspected',
    });
  });

  it('is no setting where a rerun has it', () => {
    const verdict = classify(failureOf({ ...missing, observed: { passesOnRerun: true } }));
    expect(verdict.evidence.map(({ category }) => category)).not.toContain('CONFIGURATION');
  });
});
