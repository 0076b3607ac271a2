import { expect, it } from 'vitest';
import { classify } from '../../../src/classify/classify.js';
import type { Failure } from '../../../src/failure.js';

const comparison = (expected: string, actual: string): Failure => ({
  kind: 'test',
  title: ['prints the receipt'],
  flaky: false,
  attempts: [
    {
      number: 1,
      status: 'failed',
      phase: 'test',
      errors: [
        {
          name: 'AssertionError',
          message: `expected '${actual}' to equal '${expected}'`,
          expected,
          actual,
        },
      ],
    },
  ],
});

it('lays a difference in line ends alone at the platform', () => {
  const verdict = classify(comparison('one\ntwo\n', 'one\r\ntwo\r\n'));
  expect(verdict).toMatchObject({ category: 'ENVIRONMENT', cause: 'platform-difference' });
  expect(verdict.evidence.map(({ rule }) => rule)).toContain('line-ends');
});

it('has no opinion where the words differ too', () => {
  const verdict = classify(comparison('one\ntwo\n', 'one\r\nthree\r\n'));
  expect(verdict.evidence.map(({ rule }) => rule)).not.toContain('line-ends');
});
