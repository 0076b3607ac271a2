import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/classify/classify.js';
import { failureOf, type Sample } from '../failure-of.js';

const categoryOf = (name: string, sample: Partial<Sample> = {}): string =>
  classify(failureOf({ message: `${name} is not defined`, name: 'ReferenceError', ...sample })).category;

describe('a global of the platform that is not defined', () => {
  it('is the environment’s to offer where no environment has it by itself', () => {
    expect(categoryOf('Worker')).toBe('CONFIGURATION');
    expect(categoryOf('Buffer')).toBe('CONFIGURATION');
  });

  it('may have gone with its environment where simulated browsers have it: that stays open', () => {
    expect(categoryOf('MouseEvent')).toBe('UNKNOWN');
  });

  it('was never there where the file does not even load', () => {
    expect(categoryOf('MouseEvent', { kind: 'file', attempt: { phase: 'load' } })).toBe('CONFIGURATION');
  });

  it('is gone, and not missing, after the test or where another attempt has it', () => {
    expect(categoryOf('Worker', { attempt: { phase: 'after-end' } })).not.toBe('CONFIGURATION');
    expect(categoryOf('Worker', { observed: { passesOnRerun: true } })).not.toBe('CONFIGURATION');
  });

  it('is not every name', () => {
    const stack = 'ReferenceError: shopName is not defined\n    at pay (/app/src/pay.ts:3:1)';
    expect(categoryOf('shopName', { stack })).toBe('BUG');
  });
});
