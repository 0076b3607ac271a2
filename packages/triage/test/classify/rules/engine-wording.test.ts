import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/classify/classify.js';
import { failureOf } from '../failure-of.js';

it('lays the engine’s own words at a test that repeats them', () => {
  const message = `expected 'Unexpected token 'o', "foo" is not valid JSON' to be 'Unexpected token o in JSON at position 1'`;
  expect(classify(failureOf({ name: 'AssertionError', message }))).toMatchObject({
    category: 'TEST_DESIGN',
    cause: 'stale-expectation',
  });
});

it('has no opinion where the product’s words differ', () => {
  const verdict = classify(
    failureOf({
      name: 'AssertionError',
      message: `expected 'Bad JSON in line 2' to be 'Bad JSON in line 3'`,
    }),
  );
  expect(verdict.evidence.map(({ rule }) => rule)).not.toContain('engine-wording');
});

describe('engine wording', () => {
  it('needs both sides to be the engine’s', () => {
    const message = `expected 'Order not found' to be 'Unexpected token o in JSON at position 1'`;
    const verdict = classify(failureOf({ name: 'AssertionError', message }));
    expect(verdict.evidence.map(({ rule }) => rule)).not.toContain('engine-wording');
  });
});
