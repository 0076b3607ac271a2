import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/classify/classify.js';
import { failureOf } from '../failure-of.js';

const judge = (message: string, title?: string) => {
  const { category, cause } = classify(
    failureOf({ message, name: 'AssertionError', ...(title === undefined ? {} : { title }) }),
  );
  return `${category}/${cause}`;
};
const snapshot = (removed: string, added: string) =>
  `expect(received).toMatchSnapshot()\n\nSnapshot name: \`cart 1\`\n\n- Snapshot  - 1\n+ Received  + 1\n\n  <div>\n-   ${removed}\n+   ${added}\n  </div>`;

describe('a snapshot differs', () => {
  it.each([
    ['in ids that a library counted up', 'id="mui-12"', 'id="mui-14"', 'TEST_DESIGN/unrealistic-expectation'],
    ['in ids of hooks', 'for=":r1:"', 'for=":r7:"', 'TEST_DESIGN/unrealistic-expectation'],
    [
      'in ids of chance',
      'id="mantine-0ed4kpat5"',
      'id="mantine-tem39dzzo"',
      'TEST_DESIGN/unrealistic-expectation',
    ],
    [
      'in the moment',
      '"at": 2024-01-01T00:00:00.000Z,',
      '"at": 2025-07-02T10:22:11.345Z,',
      'TEST_DESIGN/time-dependence',
    ],
    [
      'in the number of a version',
      '"version": "1.2.3",',
      '"version": "1.2.4",',
      'TEST_DESIGN/stale-expectation',
    ],
    ['in what it shows, which may be meant or not', '<a href="/a">', '<a href="/b">', 'UNKNOWN/unknown'],
  ])('%s', (_, removed, added, verdict) => {
    expect(judge(snapshot(removed, added))).toBe(verdict);
  });
});

describe('two texts differ', () => {
  it.each([
    [
      'in the year',
      "expected '(c) 2023 The Shop' to equal '(c) 2025 The Shop'",
      'TEST_DESIGN/time-dependence',
    ],
    [
      'in a version',
      "expected 'shop/1.4.0 node' to equal 'shop/1.5.0 node'",
      'TEST_DESIGN/stale-expectation',
    ],
    ['in an address', "expected 'host 10.0.0.1' to equal 'host 10.0.0.2'", 'BUG/assertion-mismatch'],
    ['in a year and more', "expected '(c) 2023 A' to equal '(c) 2025 B'", 'BUG/assertion-mismatch'],
  ])('%s', (_, message, verdict) => {
    expect(judge(message)).toBe(verdict);
  });
});

it('a version is the product’s where the test is about versions', () => {
  expect(judge("expected '1.3.0' to equal '1.4.0'", 'bumps the minor part')).toBe('BUG/assertion-mismatch');
  expect(judge("expected '1.3.0' to equal '1.4.0'", 'prints its version')).toBe(
    'TEST_DESIGN/stale-expectation',
  );
});

describe('a number of a calendar', () => {
  const message = 'expect(received).toBe(expected) // Object.is equality\n\nExpected: 8\nReceived: 7';

  it('follows the day of the run where the test begins from today', () => {
    expect(judge(message, 'shows the current month')).toBe('TEST_DESIGN/time-dependence');
    expect(judge(message, 'selects the day closest to today')).toBe('TEST_DESIGN/time-dependence');
  });

  it('is a count like any other where it does not', () => {
    expect(judge(message, 'counts the books of the order')).toBe('UNKNOWN/unknown');
  });
});

describe('a list holds the same in another order', () => {
  const message = "expected [ 'pear', 'apple' ] to deeply equal [ 'apple', 'pear' ]";

  it('that nothing in the test asks for', () => {
    expect(judge(message, 'lists what is in the cart')).toBe('TEST_DESIGN/randomness');
  });

  it('that the test may be about', () => {
    expect(judge(message, 'sorts what is in the cart')).toBe('UNKNOWN/unknown');
  });
});

describe('a mocked client that answers 404', () => {
  const message = 'Request failed with status code 404';

  it('was given no answer', () => {
    const stack = `Error: ${message}\n    at settle (node_modules/axios-mock-adapter/src/utils.js:124:22)`;
    expect(classify(failureOf({ message, name: 'Error', stack }))).toMatchObject({ cause: 'mock-gap' });
  });

  it('is none where the client is real', () => {
    const stack = `Error: ${message}\n    at settle (node_modules/axios/lib/core/settle.js:19:12)`;
    expect(classify(failureOf({ message, name: 'AxiosError', stack })).cause).not.toBe('mock-gap');
  });
});

it('an index that a query needs was not waited for', () => {
  const verdict = classify(
    failureOf({ name: 'MongoServerError', message: 'text index required for $text query' }),
  );
  expect(verdict).toMatchObject({ category: 'TEST_DESIGN', cause: 'race-in-test' });
});

it('a limit of Jasmine is a limit', () => {
  const message = 'Async function did not complete within 5000ms (set by jasmine.DEFAULT_TIMEOUT_INTERVAL)';
  expect(classify(failureOf({ message })).evidence.map(({ rule }) => rule)).toContain('time-out');
});

it('contract tools that know no reason tell nothing of the contract', () => {
  const message =
    "Expected transaction to be reverted with custom error 'SoldOut', but it reverted without a reason";
  expect(judge(message)).toBe('UNKNOWN/unknown');
});
