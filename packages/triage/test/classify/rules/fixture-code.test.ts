import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/classify/classify.js';
import { failureOf } from '../failure-of.js';

const OURS = 'at takeParties (/app/node_modules/@holdfast/vitest/dist/test/barrier.js:62:11)';
const TEST = 'at /app/test/orders.test.ts:12:9';

const verdictOf = (message: string, name: string, frames: readonly string[], code?: string): string => {
  const stack = [`${name}: ${message}`, ...frames].join('\n    ');
  const file = 'test/orders.test.ts';
  const { category, cause } = classify(
    failureOf({ message, name, stack, file, ...(code === undefined ? {} : { code }) }),
  );
  return `${category}/${cause}`;
};

describe('a fixture that names its own reason', () => {
  it.each([
    ['HOLDFAST_SETTINGS', 'CONFIGURATION/other-configuration'],
    ['HOLDFAST_MISSING_PACKAGE', 'CONFIGURATION/module-not-found'],
    ['HOLDFAST_NO_FREE_PORT', 'CONFIGURATION/port-in-use'],
    ['HOLDFAST_SCOPE_CLOSED', 'TEST_DESIGN/missing-await'],
    ['HOLDFAST_OVERRIDE_REFUSED', 'TEST_DESIGN/other-test-design'],
    ['HOLDFAST_FIXTURE_NOT_USED', 'TEST_DESIGN/other-test-design'],
  ])('with %s means %s', (code, verdict) => {
    expect(verdictOf('What is known of it.', 'HoldfastError', [OURS, TEST], code)).toBe(verdict);
  });

  it('with a code that tells what was waited for alone leaves open who has to act', () => {
    expect(verdictOf('Not all came.', 'HoldfastError', [OURS, TEST], 'HOLDFAST_BARRIER_TIMED_OUT')).toBe(
      'UNKNOWN/unknown',
    );
  });
});

describe('a TypeError', () => {
  const refusal = '`parties` must be a number from 2; got 1.';

  it('that a fixture throws for what the test gave it is the test’s', () => {
    expect(verdictOf(refusal, 'TypeError', [OURS, TEST])).toBe('TEST_DESIGN/other-test-design');
  });

  it('in the same words of the product is not', () => {
    expect(verdictOf(refusal, 'TypeError', ['at take (/app/src/take.ts:3:1)', TEST])).toBe('BUG/type-error');
  });

  it('of a fixture that is itself at fault is not', () => {
    const fault = "Cannot read properties of undefined (reading 'size'): it must be set";
    expect(verdictOf(fault, 'TypeError', [OURS, TEST])).not.toContain('TEST_DESIGN');
  });
});
