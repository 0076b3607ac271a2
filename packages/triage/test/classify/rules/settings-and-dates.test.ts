import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/classify/classify.js';
import { failureOf, type Sample } from '../failure-of.js';

const verdictOf = (sample: Sample): string => {
  const { category, cause } = classify(failureOf(sample));
  return `${category}/${cause}`;
};

describe('settings that the product refuses', () => {
  const message = 'Invalid input: expected string, received undefined';
  const stackOf = (file: string): string => `ZodError: ${message}\n    at ${file}:21:27`;

  it('are settings that are not set, where the file that reads them throws', () => {
    const stack = stackOf('/app/src/env.server.ts');
    expect(verdictOf({ message, name: 'ZodError', stack })).toBe('CONFIGURATION/missing-env-var');
  });

  it('are nothing of the kind in another file', () => {
    const stack = stackOf('/app/src/orders.ts');
    expect(classify(failureOf({ message, name: 'ZodError', stack })).category).not.toBe('CONFIGURATION');
  });
});

describe('a service that refuses', () => {
  const sample = { message: 'Unknown Error: Unauthorized' };

  it('on CI alone is not given its secret there', () => {
    expect(verdictOf({ ...sample, observed: { failsOnlyOnCI: true } })).toBe('CONFIGURATION/credentials');
  });

  it('everywhere says too little', () => {
    expect(classify(failureOf(sample)).category).toBe('UNKNOWN');
  });
});

describe('a date that was to come', () => {
  const message =
    'expect(received).not.toThrow()\n\nError name:    "ZodError"\nError message: "until must be a future datetime"';

  it('has gone by where the test expects it to be accepted', () => {
    expect(verdictOf({ message })).toBe('TEST_DESIGN/time-dependence');
  });

  it('says nothing where the test expects the refusal', () => {
    const refused = 'expected [Function] to throw "must be a future date"';
    expect(verdictOf({ message: refused, name: 'AssertionError' })).not.toContain('time-dependence');
  });
});

describe('a list whose lines have moved', () => {
  const message =
    'expect(received).toEqual(expected)\n\n- Expected\n+ Received\n\n  Array [\n-   "a",\n    "b",\n+   "a",\n  ]';

  it('is sorted by nobody', () => {
    expect(verdictOf({ message })).toBe('TEST_DESIGN/randomness');
  });

  it('may be sorted wrongly where the test is about the order: that is left open', () => {
    expect(classify(failureOf({ message, title: 'orders the prices' })).category).toBe('UNKNOWN');
  });
});

describe('a browser that is not installed', () => {
  it('is a missing program, whatever the driver’s note beside it says', () => {
    const message =
      "browserType.launch: Executable doesn't exist at /home/user/.cache/ms-playwright/chromium/chrome\nLooks like Playwright Test or Playwright was just installed or updated.";
    expect(verdictOf({ message })).toBe('ENVIRONMENT/missing-program');
  });
});
