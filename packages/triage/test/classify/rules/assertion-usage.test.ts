import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/classify/classify.js';
import { failureOf } from '../failure-of.js';

const judge = (message: string, name?: string, stack?: string) => {
  const { category, cause } = classify(
    failureOf({
      message,
      ...(name === undefined ? {} : { name }),
      ...(stack === undefined ? {} : { stack }),
    }),
  );
  return `${category}/${cause}`;
};

describe('a test is told that it uses its assertions wrongly', () => {
  it.each([
    ['TypeError', 'The "actual" and "expected" arguments must be specified', 'other-test-design'],
    [
      'TypeError',
      'The "promiseFn" argument must be of type function or an instance of Promise. Received null',
      'other-test-design',
    ],
    [
      'TypeError',
      'The "error/message" argument is ambiguous. The error message "x" is identical to the message.',
      'other-test-design',
    ],
    [
      'Error',
      'expect(received).toBeTruthy(expected)\n\nMatcher error: this matcher must not have an expected argument',
      'other-test-design',
    ],
    ['Error', 'Invalid Chai property: calledOnceWit. Did you mean "calledOnceWith"?', 'other-test-design'],
    ['Error', 'Planned for 3 assertions, but got 1.', 'missing-await'],
    ['Error', 'Test finished without running any assertions', 'missing-await'],
    ['Error', 'plan != count', 'missing-await'],
    ['Error', '.end() already called', 'missing-await'],
    ['Error', 'Expected 3 assertions, but 2 were run', 'missing-await'],
    [
      'Error',
      "'expect' was used when there was no current spec, this could be because an asynchronous test timed out",
      'missing-await',
    ],
    ['Error', '<spyOn> : load has already been spied upon', 'leaked-state'],
    ['Error', '<spyOn> : load() method does not exist', 'mock-gap'],
    [
      'Error',
      'Cypress detected that you returned a promise from a command while also invoking one or more cy commands in that promise.',
      'other-test-design',
    ],
  ])('%s: %s', (name, message, cause) => {
    expect(judge(message, name)).toBe(`TEST_DESIGN/${cause}`);
  });

  it('and not where the product calls a function of Node with a wrong argument', () => {
    const message = 'The "path" argument must be of type string. Received undefined';
    const stack = `TypeError: ${message}\n    at Store.open (/app/src/store.ts:4:5)`;
    expect(judge(message, 'TypeError', stack)).toBe('BUG/type-error');
  });
});

describe('a test that ends before what it started', () => {
  it.each([
    ['test did not finish before its parent and was cancelled', 'missing-await'],
    ['test could not be started because its parent finished', 'missing-await'],
    ['Test case is leaking async ops.', 'leaked-handle'],
    ['Test case is leaking 2 resources:', 'leaked-handle'],
    [
      'Leaking async ops:\n  - 1 async operation to sleep was started in this test, but never completed.',
      'leaked-handle',
    ],
  ])('is told so: %s', (message, cause) => {
    expect(judge(message, 'Error')).toBe(`TEST_DESIGN/${cause}`);
  });

  it('and not where globals leak, which the product may make', () => {
    expect(judge('global leaks detected: cartTimer', 'Error')).not.toContain('TEST_DESIGN');
  });
});

describe('an assertion in a promise that nobody waited for', () => {
  it.each([
    'UnhandledPromiseRejectionWarning: AssertionError [ERR_ASSERTION]: 3 === 4',
    'Unhandled rejection AssertionError: expected 3 to equal 4',
    'rejected promise not handled within 1 second: AssertionError [ERR_ASSERTION]: true !== false',
  ])('lacks an await: %s', (message) => {
    expect(judge(message)).toBe('TEST_DESIGN/missing-await');
  });

  it('is no other error that nobody handled', () => {
    expect(judge('Unhandled rejection Error: the order is closed')).toBe('BUG/unhandled-rejection');
  });
});
