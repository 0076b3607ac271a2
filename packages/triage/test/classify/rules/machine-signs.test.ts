import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/classify/classify.js';
import { failureOf, type Sample } from '../failure-of.js';

const verdictOf = (sample: Sample) => {
  const { category, cause } = classify(failureOf(sample));
  return `${category}/${cause}`;
};

describe('what a machine does differently', () => {
  it('is a program that is missing, named or not', () => {
    expect(verdictOf({ message: 'spawn ENOENT' })).toBe('ENVIRONMENT/missing-program');
    expect(verdictOf({ message: 'spawn ffmpeg ENOENT' })).toBe('ENVIRONMENT/missing-program');
  });

  it('is a number in another language, also where a pattern stands for it', () => {
    const message =
      'expect(received).toMatch(expected)\n\nExpected pattern: /^1\\s234,567$/\nReceived string:  "1,234.567"';
    expect(verdictOf({ message })).toBe('ENVIRONMENT/platform-difference');
  });

  it('is a path in a difference without any matcher’s words', () => {
    const message = '- src/cli/guides.ts\n+ stale:\n+ src\\cli\\guides.ts';
    expect(verdictOf({ message, observed: { failsOnlyOnPlatform: 'windows' } })).toBe(
      'ENVIRONMENT/platform-difference',
    );
  });

  it('is a commit that it would sign', () => {
    expect(verdictOf({ message: 'error: gpg failed to sign the data' })).toBe(
      'ENVIRONMENT/other-environment',
    );
  });

  it('is a test that depends on the machine where a developer’s own alone is said to show it', () => {
    const message = "expected 'other-model' to be 'model'";
    expect(verdictOf({ message })).toBe('BUG/assertion-mismatch');
    expect(verdictOf({ message, observed: { failsOnlyOnCI: false } })).toBe('TEST_DESIGN/other-test-design');
  });
});

describe('a test environment and its fixtures', () => {
  it('mixes objects of two worlds', () => {
    const message = 'RequestInit: Expected signal ("AbortSignal {}") to be an instance of AbortSignal.';
    expect(verdictOf({ message, name: 'TypeError' })).toBe('CONFIGURATION/runner-config');
  });

  it('waits for what a test left open', () => {
    const message = 'Tearing down "server" exceeded the test timeout of 30000ms.';
    expect(verdictOf({ message })).toBe('TEST_DESIGN/leaked-handle');
  });

  it('offers what the test selects only once it has come', () => {
    const message = 'Value "kokoro" not found in options';
    expect(verdictOf({ message, name: 'TestingLibraryElementError' })).toBe('TEST_DESIGN/race-in-test');
  });
});

describe('a test that is at odds with its tools', () => {
  it.each([
    ['missing-await', 'Expected one assertion to be called but received zero assertion calls.'],
    ['mock-gap', '[MSW] Cannot bypass a request when using the "error" strategy for "onUnhandledRequest".'],
    ['other-test-design', "Cannot access 'mockFetch' before initialization"],
    ['leaked-state', 'Cannot overwrite `User` model once compiled.'],
    ['leaked-state', "Can't call close on a server that is not running"],
  ])('shows %s in %j', (cause, message) => {
    expect(verdictOf({ message })).toBe(`TEST_DESIGN/${cause}`);
  });

  it('and not a service that is down, where Node closes a server once too often', () => {
    const message = 'Server is not running.';
    expect(verdictOf({ message, code: 'ERR_SERVER_NOT_RUNNING' })).toBe('TEST_DESIGN/leaked-state');
  });
});
