import type { ErrorSnapshot } from '@holdfast/journal';
import { describe, expect, it } from 'vitest';
import { errorLine } from '../../src/report/error-line.js';
import type { ReportFailure } from '../../src/report/report.js';

const of = (...errors: ErrorSnapshot[]): string =>
  errorLine({
    attempts: [{ number: 1, status: 'failed', phase: 'test', errors }],
  } as unknown as ReportFailure);

describe('errorLine', () => {
  it('names the class of an error that is not plain', () => {
    expect(of({ name: 'TypeError', message: 'x is not a function\n  at y' })).toBe(
      'TypeError: x is not a function',
    );
  });

  it('leaves out a class that every assertion has, and the hint at the end', () => {
    expect(of({ name: 'AssertionError', message: 'expected 1 to be 2 // Object.is equality' })).toBe(
      'expected 1 to be 2',
    );
  });

  it('gives what Jest expected and received in place of the matcher', () => {
    const message = 'expect(received).toBe(expected) // Object.is equality\n\nExpected: 401\nReceived: 200';
    expect(of({ name: 'JestAssertionError', message })).toBe('Expected: 401, Received: 200');
  });

  it('keeps the matcher where Jest prints no values', () => {
    expect(of({ message: 'expect(received).toThrow(expected)' })).toBe('expect(received).toThrow(expected)');
    const diff =
      'expect(received).toEqual(expected) // deep equality\n\n- Expected  - 1\n+ Received  + 1\n\n  Object {';
    expect(of({ message: diff })).toBe('expect(received).toEqual(expected)');
  });

  it('gives what a matcher of another origin found in place of its headline', () => {
    const message =
      'expect(received).toOverlap(expected)\n\n1 operations ran at the same time in effect; expected at least 2.\n4 took';
    expect(of({ name: 'JestExtendError', message })).toBe(
      '1 operations ran at the same time in effect; expected at least 2.',
    );
  });

  it('is empty where no error is known, and the class where there is no message', () => {
    expect(of()).toBe('');
    expect(of({ name: 'TimeoutError', message: '' })).toBe('TimeoutError');
  });
});
