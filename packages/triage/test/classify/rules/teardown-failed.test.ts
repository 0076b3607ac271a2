import { expect, it } from 'vitest';
import { classify } from '../../../src/classify/classify.js';
import { failureOf } from '../failure-of.js';

const message =
  'Teardown of "orders > pays": 1 of 2 steps failed; the others ran.\n  stop the server: Error: still busy';
const teardown = { message, name: 'HoldfastError', code: 'HOLDFAST_TEARDOWN_FAILED' };

it('says of a failed teardown that the body was through, and leaves open whose fault it is', () => {
  const verdict = classify(failureOf(teardown));
  expect(verdict.category).toBe('UNKNOWN');
  expect(verdict.evidence.map(({ rule }) => rule)).toContain('teardown-failed');
});

it('lets the error of a step decide', () => {
  const cause = { name: 'Error', message: 'connect ECONNREFUSED 127.0.0.1:5432', code: 'ECONNREFUSED' };
  expect(classify(failureOf({ message, attempt: { errors: [{ ...teardown, cause }] } }))).toMatchObject({
    category: 'ENVIRONMENT',
    cause: 'service-unreachable',
  });
});

it('has no opinion on an error that only speaks of teardown', () => {
  const verdict = classify(failureOf({ message, name: 'Error' }));
  expect(verdict.evidence.map(({ rule }) => rule)).not.toContain('teardown-failed');
});
